import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { availableEvents } from '#app/domain/lifecycle/apply-event.ts';
import { requestItems } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { lockRequest } from '../identity/confirm-address.ts';
import { moveItems } from './move-item.ts';

const withdrawal = z.strictObject({
  requestId: z.uuid(),
  /** Zero-based places in the request. */
  ordinals: z.array(z.int().nonnegative()).min(1).max(30),
});

/**
 * The subject takes back one, several or all of the items that are still open.
 * @throws Conflict when one of them is closed already
 */
export async function withdrawItems(ctx: Ctx, input: z.infer<typeof withdrawal>): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinals } = withdrawal.parse(input);
  await change(ctx, async (tx) => {
    const { request, address } = await lockRequest(ctx, tx, requestId);
    const items = await tx.db
      .select()
      .from(requestItems)
      .where(and(eq(requestItems.requestId, requestId), inArray(requestItems.ordinal, ordinals)))
      .for('update');
    const open = items.filter(({ status }) => availableEvents(status, 'subject').includes('withdrawn'));
    if (open.length < new Set(ordinals).size) throw new Conflict('item_not_open', { requestId, ordinals });
    const mails = await moveItems(ctx, tx, open, 'withdrawn');
    if (mails.has('status')) {
      const { locale, reference } = request;
      await tx.mail({
        kind: 'status',
        locale,
        to: address,
        requestId,
        reference,
        params: { news: 'withdrawn' },
      });
    }
  });
}
