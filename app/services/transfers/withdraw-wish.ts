import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { requestItems } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { lockRequest } from '../identity/confirm-address.ts';
import { lockTransfer, moveTransfer } from './move-transfer.ts';

const withdrawal = z.strictObject({
  requestId: z.uuid(),
  /** Zero-based place of the item. */
  ordinal: z.int().nonnegative(),
});

/**
 * The subject no longer wants their data sent to another controller. Possible until it is released, and again when it
 * came back. The right itself is not withdrawn: the package is still theirs.
 * @throws Forbidden without this request's session; z.ZodError; NotFound; Conflict `item_closed`, `transfer_refused`
 */
export async function withdrawWish(ctx: Ctx, input: z.input<typeof withdrawal>): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinal } = withdrawal.parse(input);
  await change(ctx, async (tx) => {
    await lockRequest(ctx, tx, requestId);
    const [item] = await tx.db
      .select({ id: requestItems.id, status: requestItems.status })
      .from(requestItems)
      .where(and(eq(requestItems.requestId, requestId), eq(requestItems.ordinal, ordinal)));
    if (!item) throw new NotFound('item');
    if (isClosed(item.status)) throw new Conflict('item_closed');
    const transfer = await lockTransfer(tx, item.id);
    await moveTransfer(tx, transfer, 'withdraw', { restedAt: ctx.clock.now() });
    await tx.audit({
      kind: 'transfer.withdrawn',
      requestId,
      itemId: item.id,
      data: { transfer: transfer.id },
    });
  });
}
