import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { suffices } from '#app/domain/identity/assurance.ts';
import { isPackaged, needsSecondPerson } from '#app/domain/lifecycle/irreversible.ts';
import { executionRecords } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { assuranceNeeded } from './case-law.ts';
import { itemOf, latestApproval, lockCase, referenceSchema } from './load-case.ts';
import { wrongField } from './refuse-field.ts';

export const executionSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  /** The system in which it was done; one word of ours or of the data map, since the log names it. */
  system: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/),
  executedBy: z.string().trim().min(1).max(200),
  /** RFC 3339. */
  executedAt: z.iso.datetime({ offset: true }),
  /** Records touched, where they can be counted. */
  records: z.int().nonnegative().max(1_000_000_000).nullable(),
  evidence: z.string().trim().max(4000),
});
export type ExecutionInput = z.infer<typeof executionSchema>;

const AT_WORK = ['in-progress', 'in-review'];

/**
 * Records that a right was carried out: by whom, in which system, when, and how one can tell. Without evidence or a
 * count it is refused. What cannot be undone needs the identity and a second person's approval first.
 * @throws Forbidden, z.ZodError, NotFound; Invalid `evidence_or_count`, `executed_in_future`, `executed_before_receipt`;
 *   Conflict `item_not_at_work`, `packaged_right`, `identity_insufficient`, `approval_missing`
 */
export function recordExecution(ctx: Ctx, input: ExecutionInput): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const record = executionSchema.parse(input);
  const executedAt = Temporal.Instant.from(record.executedAt);
  if (record.records === null && record.evidence === '') throw wrongField('evidence', 'evidence_or_count');
  if (Temporal.Instant.compare(executedAt, ctx.clock.now()) > 0)
    throw wrongField('executedAt', 'executed_in_future');
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, record.reference);
    const { request } = found;
    const item = itemOf(found, record.itemId);
    if (!AT_WORK.includes(item.status)) throw new Conflict('item_not_at_work', { status: item.status });
    // Access and portability are carried out by delivering a package, which writes the record itself.
    if (isPackaged(item.right)) throw new Conflict('packaged_right');
    // People know the minute: one that the request arrived in is not before it.
    const receivedIn = request.receivedAt.round({ smallestUnit: 'minute', roundingMode: 'floor' });
    if (Temporal.Instant.compare(executedAt, receivedIn) < 0)
      throw wrongField('executedAt', 'executed_before_receipt');
    if (needsSecondPerson(item.right)) {
      const needed = assuranceNeeded(regimeOfRequest(request), item.right);
      if (!suffices(request.assurance, needed)) throw new Conflict('identity_insufficient', { needed });
      if ((await latestApproval(tx, item.id))?.outcome !== 'approved') throw new Conflict('approval_missing');
    }
    const [row] = await tx.db
      .insert(executionRecords)
      .values({
        itemId: item.id,
        system: record.system,
        executedBy: record.executedBy,
        executedAt,
        counts: record.records === null ? {} : { records: record.records },
        evidenceSealed: ctx.vault.sealOptional(record.evidence, 'execution_records.evidence'),
        recordedBy: personId,
        recordedAt: ctx.clock.now(),
      })
      .returning({ id: executionRecords.id });
    await tx.audit({
      kind: 'execution.recorded',
      requestId: request.id,
      itemId: item.id,
      data: { execution: row?.id ?? '', system: record.system },
    });
  });
}
