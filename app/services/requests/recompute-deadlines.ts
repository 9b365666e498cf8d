import { and, eq, isNull, or } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { clockEvents, requestItems, requests } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { calendarBook } from './calendar-book.ts';

/**
 * Computes the deadlines of a request's items (or of one of them) anew from the facts on record, within a change.
 * A request keeps the version of the law that was in force when it was received.
 */
export async function recomputeDeadlines(ctx: Ctx, tx: Change, requestId: string, itemId?: string): Promise<void> {
  const [request] = await tx.db.select().from(requests).where(eq(requests.id, requestId));
  if (!request) throw new Error(`requests: ${requestId} is not there`);
  const items = await tx.db
    .select()
    .from(requestItems)
    .where(and(eq(requestItems.requestId, requestId), itemId ? eq(requestItems.id, itemId) : undefined));
  const calendars = await calendarBook(tx.db);
  for (const item of items) {
    const events = await tx.db
      .select({ kind: clockEvents.kind, at: clockEvents.at })
      .from(clockEvents)
      .where(and(eq(clockEvents.requestId, requestId), or(isNull(clockEvents.itemId), eq(clockEvents.itemId, item.id))))
      .orderBy(clockEvents.at);
  }
}
