import { z } from 'zod';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { moveItems } from '../requests/move-item.ts';
import { itemOf, lockCase, referenceSchema } from './load-case.ts';

export const reviewMoveSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  event: z.enum(['review_started', 'returned_to_work']),
});

/** Hands an item to review, or back to work. @throws Forbidden, z.ZodError, NotFound; Conflict `event_refused` */
export function moveReview(ctx: Ctx, input: z.input<typeof reviewMoveSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId, event } = reviewMoveSchema.parse(input);
  return change(ctx, async (tx) => {
    await moveItems(ctx, tx, [itemOf(await lockCase(tx, reference), itemId)], event);
  });
}
