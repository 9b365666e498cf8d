import { asc, eq } from 'drizzle-orm';
import type { FeeAnswer, FeeGround, FeeMechanism } from '#app/domain/fees/fee-rule.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { feeAnnouncements, requestItems } from '#db/schema/index.ts';
import { READING, requireStaff, requireSubject } from '../actor.ts';
import type { Ctx } from '../context.ts';

/** A fee as both sides see it. */
export interface FeeView {
  readonly id: string;
  readonly itemId: string;
  readonly ordinal: number;
  readonly right: DataSubjectRight;
  readonly ground: FeeGround;
  readonly mechanism: FeeMechanism;
  readonly amountMinor: number;
  readonly currency: string;
  readonly citation: string;
  readonly notice: string;
  readonly confirmBy: string | null;
  readonly announcedAt: string;
  readonly answer: FeeAnswer | null;
  readonly paidAt: string | null;
}

/** The fees of one's own request, oldest first. @throws Forbidden */
export async function readOwnFees(ctx: Ctx, requestId: string): Promise<FeeView[]> {
  requireSubject(ctx.actor, requestId);
  return readFees(ctx, requestId);
}

/** The fees of a case, oldest first; staff may read them, an auditor too. @throws Forbidden */
export async function readCaseFees(ctx: Ctx, requestId: string): Promise<FeeView[]> {
  requireStaff(ctx.actor, ...READING);
  return readFees(ctx, requestId);
}

async function readFees(ctx: Ctx, requestId: string): Promise<FeeView[]> {
  const rows = await ctx.db
    .select({ fee: feeAnnouncements, ordinal: requestItems.ordinal, right: requestItems.right })
    .from(feeAnnouncements)
    .innerJoin(requestItems, eq(requestItems.id, feeAnnouncements.itemId))
    .where(eq(feeAnnouncements.requestId, requestId))
    .orderBy(asc(feeAnnouncements.announcedAt));
  return rows.map(({ fee, ordinal, right }) => ({
    id: fee.id,
    itemId: fee.itemId,
    ordinal,
    right,
    ground: fee.ground,
    mechanism: fee.mechanism,
    amountMinor: fee.amountMinor,
    currency: fee.currency,
    citation: fee.citation,
    notice: ctx.vault.open(fee.noticeSealed, 'fee_announcements.notice'),
    confirmBy: fee.confirmBy?.toString() ?? null,
    announcedAt: fee.announcedAt.toString(),
    answer: fee.answer,
    paidAt: fee.paidAt?.toString() ?? null,
  }));
}
