import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { CLOCK_EVENTS, type ClockEvent } from '#app/domain/rules/clock-event.ts';
import type { Deadline, ExtensionNotice, MovedDate } from '#app/domain/rules/deadline.ts';
import { responseDeadline } from '#app/domain/rules/response-deadline.ts';
import { clockEvents, requestItems, requests } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import { deadlineSettings } from './deadline-settings.ts';
import { regimeOfRequest } from './regime-at.ts';

/** Kind of the clock event that an extension notice leaves; the others are those of the rules. */
export const EXTENSION_SENT = 'extension_sent';
/** Kind of the one that a change of holidays or targets leaves; its `until` is the date that was told before. */
export const DATE_MOVED = 'date_moved';

type ItemRow = typeof requestItems.$inferSelect;
type ClockRow = typeof clockEvents.$inferSelect;

/**
 * Computes the deadlines of a request's items (or of one of them) anew from the facts on record, within a change.
 * A request keeps the version of the law that was in force when it was received.
 */
export async function recomputeDeadlines(tx: Change, requestId: string, itemId?: string): Promise<void> {
  const computed = await computeDeadlines(tx, requestId, itemId);
  await Promise.all(
    computed.map(async ({ item, deadline }) => {
      await storeDeadline(tx, item, deadline);
      await tx.audit({
        kind: 'deadline.computed',
        requestId: item.requestId,
        itemId: item.id,
        data: {
          pack: deadline.pack,
          version: deadline.version,
          due: asMoment(deadline.dueNow),
          steerBy: asMoment(deadline.steerBy),
        },
      });
    }),
  );
}

/** What the facts on record give now, stored nowhere. Empty where the law is not described: nothing is promised there. */
export async function computeDeadlines(
  tx: Pick<Change, 'db'>,
  requestId: string,
  itemId?: string,
): Promise<{ readonly item: ItemRow; readonly deadline: Deadline }[]> {
  const [[request], items, clock] = await Promise.all([
    tx.db.select().from(requests).where(eq(requests.id, requestId)),
    tx.db
      .select()
      .from(requestItems)
      .where(and(eq(requestItems.requestId, requestId), itemId ? eq(requestItems.id, itemId) : undefined)),
    tx.db
      .select()
      .from(clockEvents)
      .where(eq(clockEvents.requestId, requestId))
      .orderBy(clockEvents.at, clockEvents.recordedAt),
  ]);
  if (!request) throw new Error(`requests: ${requestId} is not there`);
  const regime = regimeOfRequest(request);
  if (regime.kind === 'not_described') return [];
  const { shared, targets } = await deadlineSettings(tx.db, regime);
  const compute = (item: ItemRow) => {
    const facts = clockFacts(clock, item);
    const target = targets.get(item.right);
    return responseDeadline(
      {
        regime,
        right: item.right,
        receivedAt: request.receivedAt,
        ...facts,
        ...shared,
        ...(target ? { target } : {}),
        ...(request.policy ? { policy: request.policy } : {}),
      },
      CALENDARS,
    );
  };
  return items.map((item) => ({ item, deadline: compute(item) }));
}

/** Stores what was computed, within a change; the caller writes what it means to the log. */
export async function storeDeadline(tx: Change, item: ItemRow, deadline: Deadline): Promise<void> {
  await tx.db
    .update(requestItems)
    .set({
      deadline,
      packId: deadline.pack,
      packVersion: deadline.version,
      steerAt: endOf(deadline.steerBy, deadline.timezone),
      extensions: deadline.extensionsUsed,
    })
    .where(eq(requestItems.id, item.id));
}

/** A date of a deadline in the form that the log takes. */
export function asMoment(date: string | null): string | null {
  return date?.includes('T') ? Temporal.Instant.from(date).toString() : date;
}

/** The instant at which a plain date ends on the clocks of the law; an instant stays what it is. */
export function endOf(date: string | null, zone: string): Temporal.Instant | null {
  if (date === null) return null;
  if (date.includes('T')) return Temporal.Instant.from(date);
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

function clockFacts(
  rows: readonly ClockRow[],
  item: ItemRow,
): { events: ClockEvent[]; extensions: ExtensionNotice[]; moved: MovedDate[] } {
  const own = rows.filter(({ itemId }) => itemId === null || itemId === item.id);
  const events: ClockEvent[] = [];
  for (const row of own) {
    const type = CLOCK_EVENTS.find((name) => name === row.kind);
    if (type) events.push({ type, at: row.at.toString() });
  }
  const extensions = own
    .filter(({ kind }) => kind === EXTENSION_SENT)
    .map(({ at, until }) => ({ sentAt: at.toString(), ...(until ? { until: until.toString() } : {}) }));
  const moved = own
    .filter(({ kind }) => kind === DATE_MOVED)
    .flatMap(({ at, until }) => (until ? [{ on: at.toString(), before: until.toString() }] : []));
  return { events, extensions, moved };
}
