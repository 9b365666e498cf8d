import type { DayNumber } from './day-number.ts';
import { parseDay } from './local-day.ts';
import { RulesError } from './rules-error.ts';

/** What can happen to a clock after receipt. */
export const CLOCK_EVENTS = [
  'identity_requested',
  'identity_verified',
  'clarification_requested',
  'clarification_received',
  'fee_requested',
  'fee_paid',
  'fee_notified',
  'fee_confirmed',
] as const;
export type ClockEventType = (typeof CLOCK_EVENTS)[number];

/** Something that happened to the clock; `at` is a local date (YYYY-MM-DD) or an RFC 3339 instant. */
export type ClockEvent = { type: ClockEventType; at: string };

/** A question and its answer: `closed` is undefined while the answer is outstanding. */
export type EventSpan = { opened: DayNumber; closed: DayNumber | undefined };

export const EVENT_PAIRS = {
  identity: ['identity_requested', 'identity_verified'],
  clarification: ['clarification_requested', 'clarification_received'],
  fee: ['fee_requested', 'fee_paid'],
  fee_acceptance: ['fee_notified', 'fee_confirmed'],
} as const satisfies Record<string, readonly [ClockEventType, ClockEventType]>;
export type Ground = keyof typeof EVENT_PAIRS;
const GROUNDS = Object.keys(EVENT_PAIRS) as Ground[];

export type EventSpans = Readonly<Record<Ground, readonly EventSpan[]>>;
const NONE: EventSpans = { identity: [], clarification: [], fee: [], fee_acceptance: [] };

/**
 * Pairs questions with answers, in the zone of the clock. Throws RulesError for an event before receipt or an
 * answer before its question. An identity that was verified without having been asked for moves nothing.
 */
export function pairEvents(events: readonly ClockEvent[], received: DayNumber, zone: string): EventSpans {
  if (events.length === 0) return NONE;
  const dated = events.map((event, index) => {
    const day = parseDay(event.at, zone, `events[${index}].at`);
    if (day < received) {
      throw new RulesError(
        'event_out_of_order',
        `events[${index}].at`,
        event.at,
        'the day of receipt or later',
      );
    }
    // A local date has no time of day: such events keep the order in which they came.
    return { ...event, day, index, time: event.at.length > 10 ? Date.parse(event.at) : Number.NaN };
  });
  dated.sort((a, b) => a.day - b.day || a.time - b.time || a.index - b.index);
  const spans = { identity: [], clarification: [], fee: [], fee_acceptance: [] } as Record<
    Ground,
    EventSpan[]
  >;
  for (const event of dated) {
    const ground = GROUNDS.find((name) => (EVENT_PAIRS[name] as readonly string[]).includes(event.type));
    if (!ground) {
      throw new RulesError(
        'unknown_event',
        `events[${event.index}].type`,
        event.type,
        `one of ${CLOCK_EVENTS.join(', ')}`,
      );
    }
    const opens = EVENT_PAIRS[ground][0] === event.type;
    const open = spans[ground].find((span) => span.closed === undefined);
    if (opens) {
      if (!open) spans[ground].push({ opened: event.day, closed: undefined });
    } else if (open) {
      open.closed = event.day;
    } else if (ground !== 'identity' || dated.some((other) => other.type === 'identity_requested')) {
      const asked = EVENT_PAIRS[ground][0];
      throw new RulesError(
        'event_out_of_order',
        `events[${event.index}]`,
        event.type,
        `${asked} before ${event.type}`,
      );
    }
  }
  return spans;
}
