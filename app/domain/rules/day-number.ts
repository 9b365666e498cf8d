/**
 * Calendar dates as whole days since 1970-01-01, with the arithmetic of the Gregorian calendar that Temporal
 * uses. The engine counts with these because a derivation does some twenty date operations and Temporal's
 * polyfill spends five microseconds on each; a property test holds every function here to Temporal's answer.
 */
export type DayNumber = number;

const DAYS_TO_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month of a year; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a civil date. */
export function dayFrom(year: number, month: number, day: number): DayNumber {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const inYear = (DAYS_TO_MONTH[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + day;
  return past * 365 + leaps + inYear - 719_163;
}

/** Year, month and day of a day number. */
export function civilFrom(number: DayNumber): [year: number, month: number, day: number] {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

/** Reads `YYYY-MM-DD`. The date is trusted to exist: callers validate at the edge. */
export function dayOf(iso: string): DayNumber {
  return dayFrom(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** Texts of the days that were asked for, by day number: a derivation names the same few days again and again. */
const written: string[] = [];

/** Writes `YYYY-MM-DD`. */
export function isoOf(number: DayNumber): string {
  const known = written[number];
  if (known !== undefined) return known;
  const [year, month, day] = civilFrom(number);
  const text = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  if (number >= 0 && number < 60_000) written[number] = text;
  return text;
}

/** ISO weekday: Monday 1 to Sunday 7. 1 January 1970 was a Thursday. */
export function weekdayOf(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The same day `months` later; where that month has no such day, its last day. */
export function plusMonths(number: DayNumber, months: number): DayNumber {
  const [year, month, day] = civilFrom(number);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayFrom(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
