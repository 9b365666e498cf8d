import { type DayNumber, dayOf, weekdayOf } from './day-number.ts';
import { WEEKENDS, type Weekend } from './pack-clock.ts';

/** A public holiday or a make-up working day, with where the date comes from. */
export type CalendarDay = { date: string; name: string; source: string };

/** A calendar as generated into the repository: its days are data with sources. */
export type CalendarData = {
  id: string;
  name: string;
  from: string;
  to: string;
  holidays: CalendarDay[];
  /** Weekend days on which people work to make up for a bridge day (China). */
  workingWeekendDays?: CalendarDay[];
};

/** A calendar made ready for counting. */
export type BusinessCalendar = {
  id: string;
  from: DayNumber;
  to: DayNumber;
  holidays: ReadonlyMap<DayNumber, string>;
  working: ReadonlySet<DayNumber>;
};

/** All calendars that a deadline may name, by id. */
export type Calendars = ReadonlyMap<string, BusinessCalendar>;

/** Indexes a calendar's days; `closures` are an administrator's own extra days (`YYYY-MM-DD`). */
export function businessCalendar(data: CalendarData, closures: readonly string[] = []): BusinessCalendar {
  const holidays = new Map(data.holidays.map((day) => [dayOf(day.date), day.name]));
  for (const date of closures) holidays.set(dayOf(date), 'closure');
  const working = new Set((data.workingWeekendDays ?? []).map((day) => dayOf(day.date)));
  return { id: data.id, from: dayOf(data.from), to: dayOf(data.to), holidays, working };
}

/** Why a day is no working day: a weekend, a holiday, or undefined when it is one. */
export function reasonOff(
  day: DayNumber,
  weekend: Weekend,
  calendar: BusinessCalendar,
  closures?: ReadonlySet<DayNumber>,
): 'weekend' | 'holiday' | 'closure' | undefined {
  if (closures?.has(day)) return 'closure';
  if (calendar.holidays.has(day)) return 'holiday';
  const rest = WEEKENDS[weekend] as readonly number[];
  return rest.includes(weekdayOf(day)) && !calendar.working.has(day) ? 'weekend' : undefined;
}

/** The day itself when it is a working day, else the next one that is. */
export function nextWorkingDay(
  day: DayNumber,
  weekend: Weekend,
  calendar: BusinessCalendar,
  closures?: ReadonlySet<DayNumber>,
): DayNumber {
  let at = day;
  while (reasonOff(at, weekend, calendar, closures)) at += 1;
  return at;
}

/** The `count`-th working day after `day`; the day itself is day 0, whether or not it is a working day. */
export function plusBusinessDays(
  day: DayNumber,
  count: number,
  weekend: Weekend,
  calendar: BusinessCalendar,
  closures?: ReadonlySet<DayNumber>,
): DayNumber {
  let at = day;
  for (let left = count; left > 0; ) {
    at += 1;
    if (!reasonOff(at, weekend, calendar, closures)) left -= 1;
  }
  return at;
}
