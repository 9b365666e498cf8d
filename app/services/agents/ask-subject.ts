import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import { agentConfirmations } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { lockCase, openItems, referenceSchema } from '../cases/load-case.ts';
import { wrongField } from '../cases/refuse-field.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';

export const askSubjectSchema = z.strictObject({
  reference: referenceSchema,
  /** The data subject's own address, as it stands in our records: never one that the agent gave. */
  email: z.email().max(254),
});

/**
 * Asks the data subject directly whether the agent speaks for them, where the law lets us. The mail says nothing that
 * the agent typed. An earlier question that was not answered lapses.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `no_agent`, `may_not_ask_subject`, `nothing_open`;
 *   Invalid `agents_own_address`
 */
export function askSubject(ctx: Ctx, input: z.infer<typeof askSubjectSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, email } = askSubjectSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const { request } = found;
    if (request.filedFor !== 'represented') throw new Conflict('no_agent');
    if (openItems(found).length === 0) throw new Conflict('nothing_open');
    const regime = regimeOfRequest(request);
    if (regime.kind === 'not_described' || !dutiesUnder(regime).agents.mayConfirmWithSubject)
      throw new Conflict('may_not_ask_subject');
    const addressIndex = ctx.vault.blindIndex('email', normaliseEmail(email));
    if (ctx.vault.blindIndexes('email', normaliseEmail(email)).includes(request.emailIndex ?? ''))
      throw wrongField('email', 'agents_own_address');
    await tx.db
      .delete(agentConfirmations)
      .where(and(eq(agentConfirmations.requestId, request.id), isNull(agentConfirmations.confirmed)));
    const [row] = await tx.db
      .insert(agentConfirmations)
      .values({
        requestId: request.id,
        addressSealed: ctx.vault.seal(email, 'agent_confirmations.address'),
        addressIndex,
        locale: request.locale,
        askedBy: personId,
        askedAt: ctx.clock.now(),
      })
      .returning({ id: agentConfirmations.id });
    await tx.audit({ kind: 'agent.asked', requestId: request.id, data: { confirmation: row?.id ?? '' } });
    await tx.mail({
      kind: 'agent_confirmation',
      locale: request.locale,
      to: email,
      reference: request.reference,
    });
  });
}
