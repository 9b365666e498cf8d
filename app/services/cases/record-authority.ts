import { z } from 'zod';
import { AUTHORITIES, RECIPIENTS } from '#app/domain/identity/authority.ts';
import { deliveryAuthorities } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { isAgentDenied } from '../agents/denied-agent.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { lockCase, reasonSchema, referenceSchema } from './load-case.ts';

export const authoritySchema = z.strictObject({
  reference: referenceSchema,
  authority: z.enum(AUTHORITIES),
  recipient: z.enum(RECIPIENTS),
  reason: reasonSchema,
});

/**
 * Records the authority seen for a request on behalf of somebody, and who receives the answer. Delivery waits for it.
 * Recording it again replaces it; the log keeps both.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `filed_for_self` when nobody acts for the subject, `agent_denied`
 *   when the subject said that the agent does not
 */
export function recordAuthority(ctx: Ctx, input: z.input<typeof authoritySchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, authority, recipient, reason } = authoritySchema.parse(input);
  return change(ctx, async (tx) => {
    const { request } = await lockCase(tx, reference);
    if (request.filedFor === 'self') throw new Conflict('filed_for_self');
    if (await isAgentDenied(tx, request.id)) throw new Conflict('agent_denied');
    const values = {
      authoritySeen: authority,
      recipient,
      reasonSealed: ctx.vault.seal(reason, 'delivery_authorities.reason'),
      recordedBy: personId,
      recordedAt: ctx.clock.now(),
    };
    await tx.db
      .insert(deliveryAuthorities)
      .values({ requestId: request.id, ...values })
      .onConflictDoUpdate({ target: deliveryAuthorities.requestId, set: values });
    await tx.audit({ kind: 'authority.recorded', requestId: request.id, data: { authority, recipient } });
  });
}
