import type { CalendarData } from '#app/domain/rules/business-calendar.ts';
import { CALENDAR_DATA } from '#app/domain/rules/calendars/generated/index.ts';
import { type Asked, later, plainClock } from './oracle-clock.ts';
import type { DayRule, Length, ResearchedJurisdiction, ResearchedRight } from './research.ts';

/**
 * A second calculator of deadlines, slow and plain: it reads the research and the lists of holidays, walks day by day,
 * and shares no code with the engine. Dates are `YYYY-MM-DD`; no date is null.
 */
export function oracleDates(
  place: ResearchedJurisdiction,
  right: ResearchedRight,
  received: string,
  questions: readonly Asked[] = [],
) {
  const { deadline, extension, ack, policy, guidance } = right;
  const byLaw = right.standing === 'statutory';
  const numbered = byLaw && deadline?.amount && deadline.unit !== 'hour' ? deadline : undefined;
  const { start, pauses } = plainClock(
    place,
    right,
    received,
    questions,
    (from) => numbered && counted(place, from, numbered),
  );
  const after = (times: number): string | null => {
    if (!numbered || !start || (times > 0 && !extension?.amount) || times > (extension?.times ?? 0))
      return null;
    const amount = (numbered.amount ?? 0) + times * (extension?.amount ?? 0);
    return withPauses(place, start, { amount, unit: numbered.unit }, pauses);
  };
  return {
    due: after(0),
    extendedDue: after(1),
    secondExtendedDue: after(2),
    ackDue: byLaw && ack ? counted(place, received, ack) : null,
    policyDue: policy ? plain(place, received, policy) : null,
    guidanceDue: guidance ? plain(place, received, guidance) : null,
  };
}

/** Where Regulation 1182/71 rolls a last day over; elsewhere the roll-over is an analogy or its reach is in doubt. */
const SURELY_ROLLED = ['EEA', 'FR', 'GB'];

/**
 * The limit that stands after notices of extension were sent, and how many of them were in time. A notice must be sent
 * by the limit that it puts off, by the unrolled one where the roll-over is in doubt.
 */
export function oracleAfterNotices(
  place: ResearchedJurisdiction,
  right: ResearchedRight,
  received: string,
  sent: readonly string[],
) {
  const { deadline, extension } = right;
  const lengthAfter = (times: number): Length => ({
    amount: (deadline?.amount ?? 0) + times * (extension?.amount ?? 0),
    unit: deadline?.unit ?? '',
  });
  let used = 0;
  for (const day of sent) {
    const length = lengthAfter(used);
    const last = SURELY_ROLLED.includes(place.id)
      ? counted(place, received, length)
      : plain(place, received, length);
    if (used < (extension?.times ?? 0) && day <= last) used += 1;
  }
  return { extensionsUsed: used, dueNow: counted(place, received, lengthAfter(used)) };
}

/** A limit from a start, put off by each pause that begins before it has run out. */
function withPauses(
  place: ResearchedJurisdiction,
  start: string,
  length: Length,
  pauses: readonly (readonly string[])[],
): string {
  let end = plain(place, start, length);
  const moved = (day: string) =>
    place.rollover && !isBusiness(length.unit) ? offRest(day, place.rollover) : day;
  for (const pause of pauses) {
    const first = pause[0] ?? '';
    if (first > moved(end)) break;
    if (first > end) end = moved(end);
    end = later(end, pause.length);
  }
  return moved(end);
}

/** A limit of the law: counted, then moved off a day of rest; business days end on none, and "at once" waits for none. */
function counted(place: ResearchedJurisdiction, from: string, length: Length): string {
  const end = plain(place, from, length);
  const moves = length.amount !== 0 && !isBusiness(length.unit);
  return place.rollover && moves ? offRest(end, place.rollover) : end;
}

function offRest(day: string, rule: DayRule): string {
  let at = day;
  while (isRest(at, rule)) at = next(at);
  return at;
}

/** A length counted from a day that is itself not counted. */
function plain(place: ResearchedJurisdiction, from: string, { amount, unit }: Length): string {
  if (unit === 'calendar_month') return monthsLater(from, amount ?? 0);
  let at = from;
  for (let left = amount ?? 0; left > 0; ) {
    at = next(at);
    if (!isBusiness(unit) || !isRest(at, businessDaysOf(place))) left -= 1;
  }
  return at;
}

function isBusiness(unit: string): boolean {
  return unit === 'business_day' || unit === 'working_day';
}

function businessDaysOf({ id, businessDays }: ResearchedJurisdiction): DayRule {
  if (!businessDays) throw new Error(`${id}: expected the research to say what a business day is`);
  return businessDays;
}

/** The same day of a later month, found by walking: the last day that is not past it. */
function monthsLater(from: string, months: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const prefix = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-`;
  let at = `${prefix}01`;
  while (Number(at.slice(8)) < day && next(at).startsWith(prefix)) at = next(at);
  return at;
}

function next(day: string): string {
  return later(day, 1);
}

const CALENDARS: readonly CalendarData[] = CALENDAR_DATA;
const HOLIDAYS = new Map(
  CALENDARS.map(({ id, holidays }) => [id, new Set(holidays.map(({ date }) => date))]),
);
const MADE_UP = new Map(
  CALENDARS.map(({ id, workingWeekendDays = [] }) => [
    id,
    new Set(workingWeekendDays.map(({ date }) => date)),
  ]),
);

function isRest(day: string, { weekend, calendar }: DayRule): boolean {
  const holidays = HOLIDAYS.get(calendar);
  if (!holidays) throw new Error(`${calendar}: expected a calendar`);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return holidays.has(day) || (weekend.includes(weekday) && !MADE_UP.get(calendar)?.has(day));
}

/** Every day from `first` to `last`. */
export function everyDay(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = first; at <= last; at = next(at)) days.push(at);
  return days;
}
