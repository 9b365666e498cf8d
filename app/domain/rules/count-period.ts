import {
  type BusinessCalendar,
  type Calendars,
  nextWorkingDay,
  plusBusinessDays,
  reasonOff,
} from './business-calendar.ts';
import { type DayNumber, isoOf, plusMonths, weekdayOf } from './day-number.ts';
import type { DerivedDate } from './deadline-derivation.ts';
import type { DerivationTrail } from './derivation-trail.ts';
import type { PackClock } from './pack-clock.ts';
import type { CountedPeriod } from './period.ts';
import { RulesError } from './rules-error.ts';

/** Everything that counting needs beside the dates: the law's clock, its calendars and the administrator's closures. */
export type CountingContext = {
  clock: PackClock;
  calendars: Calendars;
  closures: ReadonlySet<DayNumber>;
  /** Calendar of the controller's own place, where the law looks there. */
  placeCalendar?: string | undefined;
};

/** Finds a calendar. Throws RulesError when nobody generated it. */
export function calendarNamed(calendars: Calendars, id: string): BusinessCalendar {
  const calendar = calendars.get(id);
  if (!calendar)
    throw new RulesError('invalid_value', 'calendar', id, `one of ${[...calendars.keys()].join(', ')}`);
  return calendar;
}

/** `from` plus a period of days or months; hours are counted on instants, never here. */
export function plusPeriod(from: DayNumber, period: CountedPeriod, context: CountingContext): DayNumber {
  switch (period.unit) {
    case 'calendar_month':
      return plusMonths(from, period.amount);
    case 'calendar_day':
      return from + period.amount;
    case 'business_day': {
      const { weekend, calendar } = businessRule(context);
      return plusBusinessDays(
        from,
        period.amount,
        weekend,
        calendarNamed(context.calendars, calendar),
        context.closures,
      );
    }
    case 'hour':
      throw new RangeError(`${period.amount} hours: expected days or months; hours run on instants`);
  }
}

/** The business-day rule of a clock; the schema guarantees it wherever a period needs it. */
export function businessRule(context: CountingContext): NonNullable<PackClock['businessDays']> {
  const rule = context.clock.businessDays;
  if (!rule) throw new RangeError('no businessDays in the clock: expected a weekend and a calendar');
  return rule;
}

/** The calendar that a roll-over looks at: the controller's place when given, else the law's default. */
export function rolloverCalendar(context: CountingContext): BusinessCalendar | undefined {
  const { rollover } = context.clock;
  if (rollover.moves === 'none') return undefined;
  return calendarNamed(context.calendars, context.placeCalendar ?? rollover.calendar);
}

/** A last day after roll-over, without a word about it. */
export function rolled(day: DayNumber, context: CountingContext): DayNumber {
  const { rollover } = context.clock;
  const calendar = rolloverCalendar(context);
  if (rollover.moves === 'none' || !calendar) return day;
  return nextWorkingDay(day, rollover.weekend, calendar, context.closures);
}

/** Whether the rolled day can be relied on: the rule is certain and the calendar reaches that far. */
export function rolloverIsSafe(day: DayNumber, context: CountingContext): boolean {
  const calendar = rolloverCalendar(context);
  if (!calendar) return true;
  return context.clock.rollover.confidence === 'certain' && day >= calendar.from && day <= calendar.to;
}

/** Rolls a last day over and records why it moved, or that this law does not move it. */
export function rollOver(
  of: DerivedDate,
  day: DayNumber,
  context: CountingContext,
  trail: DerivationTrail,
): DayNumber {
  const { rollover } = context.clock;
  const calendar = rolloverCalendar(context);
  if (rollover.moves === 'none' || !calendar) {
    if (weekdayOf(day) > 5) trail.add(of, 'stays', { from: isoOf(day) }, rollover, isoOf(day));
    return day;
  }
  if (day < calendar.from || day > calendar.to) {
    trail.add(of, 'beyond_calendar', { from: isoOf(day), calendar: calendar.id }, { confidence: 'unsure' });
  }
  const reason = reasonOff(day, rollover.weekend, calendar, context.closures);
  if (!reason) return day;
  const to = nextWorkingDay(day, rollover.weekend, calendar, context.closures);
  const params = { from: isoOf(day), to: isoOf(to), calendar: calendar.id, weekend: rollover.weekend };
  trail.add(of, `rolled_${reason}`, params, rollover, isoOf(to));
  return to;
}

/** Records that a count of business days left the years whose holidays are known; other periods count every day. */
export function noteUnknownHolidays(
  of: DerivedDate,
  { unit }: CountedPeriod,
  from: DayNumber,
  to: DayNumber,
  context: CountingContext,
  trail: DerivationTrail,
): void {
  if (unit !== 'business_day') return;
  const calendar = calendarNamed(context.calendars, businessRule(context).calendar);
  if (from >= calendar.from && to <= calendar.to) return;
  trail.add(of, 'beyond_calendar', { from: isoOf(to), calendar: calendar.id }, { confidence: 'unsure' });
}
