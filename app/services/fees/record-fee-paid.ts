import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { feeAnnouncements } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { itemOf, lockCase, referenceSchema } from '../cases/load-case.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { recordClockEvent } from '../requests/move-item.ts';
import { recomputeDeadlines } from '../requests/recompute-deadlines.ts';
import { openFee } from './announce-fee.ts';

const schema = z.strictObject({ reference: referenceSchema, itemId: z.uuid() });

/**
 * Records that a fee was paid. Where the law's clock waits for the payment it runs from here on.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `no_fee_open`, `fee_not_accepted` where consent comes first
 */
export function recordFeePaid(ctx: Ctx, input: z.infer<typeof schema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId } = schema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const item = itemOf(found, itemId);
    const fee = await openFee(tx, item);
    if (!fee) throw new Conflict('no_fee_open');
    if (fee.mechanism === 'acceptance' && fee.answer !== 'accepted') throw new Conflict('fee_not_accepted');
    const now = ctx.clock.now();
    await tx.db
      .update(feeAnnouncements)
      .set({ paidAt: now, answer: 'accepted', answeredAt: fee.answeredAt ?? now })
      .where(eq(feeAnnouncements.id, fee.id));
    await tx.audit({
      kind: 'fee.answered',
      requestId: item.requestId,
      itemId,
      data: { fee: fee.id, answer: 'paid' },
    });
    if (fee.mechanism === 'payment') {
      await recordClockEvent(ctx, tx, item, 'fee_paid');
      await recomputeDeadlines(tx, item.requestId, itemId);
    }
  });
}
