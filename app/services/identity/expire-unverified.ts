import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { requestItems, requests } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { moveItems } from '../requests/move-item.ts';

/** Days after which a request whose mailbox nobody confirmed ends. */
export const EXPIRY_DAYS = 90;
/** Days before the end at which its address is warned, and the least time between warning and end. */
export const WARNING_DAYS = 14;
/** Requests handled in one run; the next run takes the rest. */
const BATCH = 200;

const UNPROVEN = ['received', 'awaiting-identity'] as const;

/**
 * Warns, and later ends, requests whose mailbox was never confirmed. One that waits for our own check is none of
 * them: nobody loses a request because we are slow. Each request is a change of its own, so a failure loses no other.
 * @throws Forbidden unless the worker calls
 */
export async function expireUnverified(ctx: Ctx): Promise<{ warned: number; expired: number }> {
  requireSystem(ctx.actor);
  const now = ctx.clock.now();
  const daysAgo = (days: number) => now.subtract({ hours: days * 24 });
  const candidates = await ctx.db
    .select({ id: requests.id })
    .from(requests)
    .where(
      and(
        isNull(requests.contactVerifiedAt),
        isNull(requests.closedAt),
        lte(requests.receivedAt, daysAgo(EXPIRY_DAYS - WARNING_DAYS)),
      ),
    )
    .orderBy(requests.receivedAt)
    .limit(BATCH);
  let [warned, expired] = [0, 0];
  for (const { id } of candidates) {
    const done = await change(ctx, (tx) => warnOrExpire(ctx, tx, id, daysAgo));
    if (done === 'warned') warned += 1;
    if (done === 'expired') expired += 1;
  }
  return { warned, expired };
}

async function warnOrExpire(
  ctx: Ctx,
  tx: Change,
  id: string,
  daysAgo: (days: number) => Temporal.Instant,
): Promise<'warned' | 'expired' | null> {
  const [request] = await tx.db
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), isNull(requests.contactVerifiedAt)))
    .for('update');
  const address = ctx.vault.openOptional(request?.emailSealed, 'requests.email');
  if (!request) return null;
  const items = await tx.db
    .select()
    .from(requestItems)
    .where(and(eq(requestItems.requestId, id), inArray(requestItems.status, [...UNPROVEN])));
  if (items.length === 0) return null;
  const to = address && { locale: request.locale, to: address, requestId: id, reference: request.reference };
  if (!request.expiryWarnedAt) {
    await tx.db.update(requests).set({ expiryWarnedAt: ctx.clock.now() }).where(eq(requests.id, id));
    if (to)
      await tx.mail({
        kind: 'expiry_warning',
        ...to,
        params: { expiresOn: lastDay(ctx, request.receivedAt) },
      });
    return 'warned';
  }
  const old = isBefore(request.receivedAt, daysAgo(EXPIRY_DAYS));
  const warnedLongAgo = isBefore(request.expiryWarnedAt, daysAgo(WARNING_DAYS));
  if (!old || !warnedLongAgo) return null;
  const mails = await moveItems(ctx, tx, items, 'expired');
  if (to && mails.has('status')) await tx.mail({ kind: 'status', ...to, params: { news: 'expired' } });
  return 'expired';
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return a.epochMilliseconds <= b.epochMilliseconds;
}

/** The day that the warning names: never sooner than the warning time from now. */
function lastDay(ctx: Ctx, receivedAt: Temporal.Instant): string {
  const byAge = receivedAt.add({ hours: EXPIRY_DAYS * 24 });
  const byWarning = ctx.clock.now().add({ hours: WARNING_DAYS * 24 });
  const last = isBefore(byAge, byWarning) ? byWarning : byAge;
  return last.toZonedDateTimeISO('UTC').toPlainDate().toString();
}
