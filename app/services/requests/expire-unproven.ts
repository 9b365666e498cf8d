import { and, eq, exists, inArray, isNull, lte, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { TRANSITIONS } from '#app/domain/lifecycle/transitions.ts';
import { UNPROVEN_REQUEST } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { requestItems, requests } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { moveItems } from './move-item.ts';

type RequestRow = typeof requests.$inferSelect;

const { expiresAfterDays, warnDaysBefore, leastNoticeDays } = UNPROVEN_REQUEST;
const days = (amount: number) => ({ amount, unit: 'day' }) as const;
const waiting = [...TRANSITIONS.expired.from];

/**
 * Ends requests whose mailbox was never proven, and warns before. One request a transaction: what fails for one
 * leaves the others alone, and running twice warns and ends nothing twice.
 */
export async function expireUnproven(ctx: Ctx): Promise<{ warned: number; expired: number }> {
  requireSystem(ctx.actor);
  const now = ctx.clock.now();
  const toWarn = await unproven(
    ctx,
    and(
      isNull(requests.expiryWarnedAt),
      lte(requests.receivedAt, heldUntil(days(expiresAfterDays - warnDaysBefore), now)),
    ),
  );
  const toExpire = await unproven(
    ctx,
    and(
      lte(requests.receivedAt, heldUntil(days(expiresAfterDays), now)),
      lte(requests.expiryWarnedAt, heldUntil(days(leastNoticeDays), now)),
    ),
  );
  for (const id of toWarn) await change(ctx, (tx) => warn(ctx, tx, id));
  for (const id of toExpire) await change(ctx, (tx) => expire(ctx, tx, id));
  return { warned: toWarn.length, expired: toExpire.length };
}

async function unproven(ctx: Ctx, due: ReturnType<typeof and>): Promise<string[]> {
  const open = ctx.db
    .select({ one: sql`1` })
    .from(requestItems)
    .where(and(eq(requestItems.requestId, requests.id), inArray(requestItems.status, waiting)));
  const rows = await ctx.db
    .select({ id: requests.id })
    .from(requests)
    .where(and(isNull(requests.contactVerifiedAt), exists(open), due));
  return rows.map(({ id }) => id);
}

async function lockUnproven(tx: Change, id: string): Promise<RequestRow | undefined> {
  const [row] = await tx.db.select().from(requests).where(eq(requests.id, id)).for('update');
  return row?.contactVerifiedAt ? undefined : row;
}

async function warn(ctx: Ctx, tx: Change, id: string): Promise<void> {
  const request = await lockUnproven(tx, id);
  if (!request || request.expiryWarnedAt) return;
  const now = ctx.clock.now();
  await tx.db.update(requests).set({ expiryWarnedAt: now }).where(eq(requests.id, id));
  await mailTo(ctx, tx, request, 'expiry_warning', { expiresOn: expiryDay(request, now) });
}

/** The day on which it can end at the earliest: 90 days after receipt, and 14 after a warning that came late. */
function expiryDay(request: RequestRow, warnedAt: Temporal.Instant): string {
  const byReceipt = request.receivedAt.toZonedDateTimeISO('UTC').add({ days: expiresAfterDays });
  const byNotice = warnedAt.toZonedDateTimeISO('UTC').add({ days: leastNoticeDays });
  const later = Temporal.ZonedDateTime.compare(byReceipt, byNotice) > 0 ? byReceipt : byNotice;
  return later.toPlainDate().toString();
}

async function expire(ctx: Ctx, tx: Change, id: string): Promise<void> {
  const request = await lockUnproven(tx, id);
  if (!request) return;
  const items = await tx.db
    .select()
    .from(requestItems)
    .where(and(eq(requestItems.requestId, id), inArray(requestItems.status, waiting)));
  const mails = await moveItems(ctx, tx, items, 'expired');
  if (mails.has('status')) await mailTo(ctx, tx, request, 'status', { news: 'expired' });
}

async function mailTo(
  ctx: Ctx,
  tx: Change,
  request: RequestRow,
  kind: 'expiry_warning' | 'status',
  params: Readonly<Record<string, string>>,
): Promise<void> {
  if (!request.emailSealed) return;
  const to = ctx.vault.open(request.emailSealed, 'requests.email');
  const { id: requestId, locale, reference } = request;
  await tx.mail({ kind, locale, to, requestId, reference, params });
}
