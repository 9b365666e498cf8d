import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { needsSecondPerson } from '#app/domain/lifecycle/irreversible.ts';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { approvals } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { itemOf, latestApproval, lockCase, reasonSchema, referenceSchema } from './load-case.ts';

export const planSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  plan: reasonSchema,
});
export const approvalSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  outcome: z.enum(['approved', 'declined']),
  reason: z.string().trim().max(4000),
});

/**
 * Asks a colleague to approve what cannot be undone, before anybody does it.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `no_approval_needed`, `item_closed`, `approval_open`
 */
export function askApproval(ctx: Ctx, input: z.input<typeof planSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId, plan } = planSchema.parse(input);
  return change(ctx, async (tx) => {
    const item = itemOf(await lockCase(tx, reference), itemId);
    if (!needsSecondPerson(item.right)) throw new Conflict('no_approval_needed');
    if (isClosed(item.status)) throw new Conflict('item_closed');
    const latest = await latestApproval(tx, itemId);
    if (latest && latest.outcome !== 'declined') throw new Conflict('approval_open');
    const [row] = await tx.db
      .insert(approvals)
      .values({
        itemId,
        askedBy: personId,
        askedAt: ctx.clock.now(),
        planSealed: ctx.vault.seal(plan, 'approvals.plan'),
      })
      .returning({ id: approvals.id });
    await tx.audit({
      kind: 'approval.asked',
      requestId: item.requestId,
      itemId,
      data: { approval: row?.id ?? '' },
    });
  });
}

/**
 * Answers a colleague who asked for approval.
 * @throws Forbidden, also `second_person_required` for the one who asked; z.ZodError, NotFound;
 *   Conflict `no_approval_asked` when none waits
 */
export function decideApproval(ctx: Ctx, input: z.input<typeof approvalSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId, outcome, reason } = approvalSchema.parse(input);
  return change(ctx, async (tx) => {
    const item = itemOf(await lockCase(tx, reference), itemId);
    const latest = await latestApproval(tx, itemId);
    if (!latest || latest.outcome || isClosed(item.status)) throw new Conflict('no_approval_asked');
    if (latest.askedBy === personId) throw new Forbidden('second_person_required');
    await tx.db
      .update(approvals)
      .set({
        outcome,
        decidedBy: personId,
        decidedAt: ctx.clock.now(),
        reasonSealed: ctx.vault.sealOptional(reason, 'approvals.reason'),
      })
      .where(eq(approvals.id, latest.id));
    await tx.audit({
      kind: 'approval.decided',
      requestId: item.requestId,
      itemId,
      data: { approval: latest.id, outcome },
    });
  });
}
