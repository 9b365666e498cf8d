import { z } from 'zod';
import { MINOR_MEASURES } from '#app/domain/identity/minor-measure.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { lockCase, reasonSchema, referenceSchema } from './load-case.ts';
import { recordMessage } from './record-message.ts';

export const minorSchema = z.strictObject({
  reference: referenceSchema,
  measure: z.enum(MINOR_MEASURES),
  /** What was found, for colleagues; the data subject does not see it. */
  note: reasonSchema,
});

/**
 * Records that a case showed data of somebody too young for the service, and what was set in motion. The request
 * itself goes on: age gates the service, never the rights. @throws Forbidden, z.ZodError, NotFound
 */
export function recordMinor(ctx: Ctx, input: z.input<typeof minorSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, measure, note } = minorSchema.parse(input);
  return change(ctx, async (tx) => {
    const { request } = await lockCase(tx, reference);
    await recordMessage(ctx, tx, request, { kind: 'note', body: note });
    await tx.audit({ kind: 'minor.discovered', requestId: request.id, data: { measure } });
  });
}
