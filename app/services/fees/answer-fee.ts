import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { FeeAnswer } from '#app/domain/fees/fee-rule.ts';
import { feeAnnouncements, requestItems } from '#db/schema/index.ts';
import { requireSubject, requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { lockRequest } from '../identity/confirm-address.ts';
import { type ItemRow, moveItems, recordClockEvent } from '../requests/move-item.ts';
import { recomputeDeadlines } from '../requests/recompute-deadlines.ts';

const answerSchema = z.strictObject({
  requestId: z.uuid(),
  ordinal: z.int().nonnegative(),
  accept: z.boolean(),
});

type FeeRow = typeof feeAnnouncements.$inferSelect;

/**
 * The subject accepts or declines a fee. Where the law gives days to reflect, declining withdraws the right without
 * cost; elsewhere an officer decides what follows.
 * @throws Forbidden; Conflict `no_fee_open`, `fee_lapsed` once the days to reflect are over
 */
export async function answerFee(ctx: Ctx, input: z.infer<typeof answerSchema>): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinal, accept } = answerSchema.parse(input);
  await change(ctx, async (tx) => {
    const [item] = await tx.db
      .select()
      .from(requestItems)
      .where(and(eq(requestItems.requestId, requestId), eq(requestItems.ordinal, ordinal)))
      .for('update');
    const fee = item && (await unansweredFee(tx, item.id));
    if (!item || !fee) throw new Conflict('no_fee_open', { requestId, ordinal });
    if (isLapsed(ctx, fee, item)) throw new Conflict('fee_lapsed', { confirmBy: fee.confirmBy?.toString() });
    await recordAnswer(ctx, tx, fee, accept ? 'accepted' : 'declined');
    if (accept && fee.mechanism === 'acceptance') {
      await recordClockEvent(ctx, tx, item, 'fee_confirmed');
      await recomputeDeadlines(tx, requestId, item.id);
    }
    if (!accept && fee.confirmBy) await withdraw(ctx, tx, item);
  });
}

/**
 * Withdraws, without cost, what a fee was announced for and not confirmed within the days to reflect. The worker calls
 * it every hour; running twice withdraws nothing more. @returns how many lapsed
 */
export async function lapseFees(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const open = await ctx.db
    .select({ fee: feeAnnouncements, item: requestItems })
    .from(feeAnnouncements)
    .innerJoin(requestItems, eq(requestItems.id, feeAnnouncements.itemId))
    .where(isNull(feeAnnouncements.answer));
  const over = open.filter(({ fee, item }) => isLapsed(ctx, fee, item));
  let lapsed = 0;
  for (const { item } of over) {
    await change(ctx, async (tx) => {
      const [locked] = await tx.db
        .select()
        .from(requestItems)
        .where(eq(requestItems.id, item.id))
        .for('update');
      const fee = locked && (await unansweredFee(tx, locked.id));
      if (!locked || !fee) return;
      await recordAnswer(ctx, tx, fee, 'lapsed');
      if (locked.closedAt === null) await withdraw(ctx, tx, locked);
      lapsed += 1;
    });
  }
  return lapsed;
}

/** The last day to reflect counts in full, on the clocks of the law. */
function isLapsed(ctx: Ctx, fee: Pick<FeeRow, 'confirmBy'>, item: Pick<ItemRow, 'deadline'>): boolean {
  if (!fee.confirmBy) return false;
  const today = ctx.clock
    .now()
    .toZonedDateTimeISO(item.deadline?.timezone ?? 'UTC')
    .toPlainDate();
  return today.toString() > fee.confirmBy.toString();
}

async function unansweredFee(tx: Change, itemId: string): Promise<FeeRow | undefined> {
  const [fee] = await tx.db
    .select()
    .from(feeAnnouncements)
    .where(
      and(
        eq(feeAnnouncements.itemId, itemId),
        isNull(feeAnnouncements.answer),
        isNull(feeAnnouncements.paidAt),
      ),
    );
  return fee;
}

async function recordAnswer(ctx: Ctx, tx: Change, fee: FeeRow, answer: FeeAnswer): Promise<void> {
  await tx.db
    .update(feeAnnouncements)
    .set({ answer, answeredAt: ctx.clock.now() })
    .where(eq(feeAnnouncements.id, fee.id));
  await tx.audit({
    kind: 'fee.answered',
    requestId: fee.requestId,
    itemId: fee.itemId,
    data: { fee: fee.id, answer },
  });
}

async function withdraw(ctx: Ctx, tx: Change, item: ItemRow): Promise<void> {
  const mails = await moveItems(ctx, tx, [item], 'withdrawn');
  if (!mails.has('status')) return;
  const { request, address } = await lockRequest(ctx, tx, item.requestId);
  await tx.mail({
    kind: 'status',
    locale: request.locale,
    to: address,
    requestId: request.id,
    reference: request.reference,
    params: { news: 'withdrawn' },
  });
}
