import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { type DescribedRegime, versionOf } from '#app/domain/rules/applicable-regime.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { CLOCK_EVENTS, type ClockEvent } from '#app/domain/rules/clock-event.ts';
import type { Deadline, ExtensionNotice } from '#app/domain/rules/deadline.ts';
import { responseDeadline } from '#app/domain/rules/response-deadline.ts';
import type { Tx } from '#db/client.ts';
import { clockEvents, closureDays, requestItems, requests, workTargets } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import { regimeOfRequest } from './regime-at.ts';

/** Kind of the clock event that an extension notice leaves; the others are those of the rules. */
export const EXTENSION_SENT = 'extension_sent';

type ItemRow = typeof requestItems.$inferSelect;
type ClockRow = typeof clockEvents.$inferSelect;

/**
 * Computes the deadlines of a request's items (or of one of them) anew from the facts on record, within a change.
 * A request keeps the version of the law that was in force when it was received.
 */
export async function recomputeDeadlines(tx: Change, requestId: string, itemId?: string): Promise<void> {
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
  if (regime.kind === 'not_described') return;
  const { closures, targets } = await settingsFor(tx.db, regime);
  const compute = (item: ItemRow) => {
    const { events, extensions } = clockFacts(clock, item);
    const target = targets.get(item.right);
    return responseDeadline(
      {
        regime,
        right: item.right,
        receivedAt: request.receivedAt,
        events,
        extensions,
        closures,
        ...(target ? { target } : {}),
      },
      CALENDARS,
    );
  };
  await Promise.all(items.map((item) => storeDeadline(tx, item, compute(item))));
}

async function storeDeadline(tx: Change, item: ItemRow, deadline: Deadline): Promise<void> {
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
  await tx.audit({
    kind: 'deadline.computed',
    requestId: item.requestId,
    itemId: item.id,
    data: {
      pack: deadline.pack,
      version: deadline.version,
      due: deadline.dueNow && asMoment(deadline.dueNow),
      steerBy: deadline.steerBy && asMoment(deadline.steerBy),
    },
  });
}

function asMoment(date: string): string {
  return date.includes('T') ? Temporal.Instant.from(date).toString() : date;
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
): { events: ClockEvent[]; extensions: ExtensionNotice[] } {
  const own = rows.filter(({ itemId }) => itemId === null || itemId === item.id);
  const events: ClockEvent[] = [];
  for (const row of own) {
    const type = CLOCK_EVENTS.find((name) => name === row.kind);
    if (type) events.push({ type, at: row.at.toString() });
  }
  const extensions = own
    .filter(({ kind }) => kind === EXTENSION_SENT)
    .map(({ at, until }) => ({ sentAt: at.toString(), ...(until ? { until: until.toString() } : {}) }));
  return { events, extensions };
}

/** The holiday calendar by which a regime counts; closure days are entered for a calendar. */
function calendarOf(regime: DescribedRegime): string {
  const { rollover, businessDays } = versionOf(regime).clock;
  return (rollover.moves === 'none' ? businessDays?.calendar : rollover.calendar) ?? '';
}

/** What an administrator set: closure days of the calendar, and targets where the law gives no number. */
async function settingsFor(db: Tx, regime: DescribedRegime) {
  const [days, targetRows] = await Promise.all([
    db
      .select({ day: closureDays.day })
      .from(closureDays)
      .where(eq(closureDays.calendar, calendarOf(regime))),
    db.select().from(workTargets).where(eq(workTargets.jurisdiction, regime.jurisdiction)),
  ]);
  const targets = new Map(
    targetRows.map((row) => [row.right, { amount: row.calendarDays, unit: 'calendar_day' as const }]),
  );
  return { closures: days.map(({ day }) => day.toString()), targets };
}
