/** Small arithmetic of holiday law, in UTC so that the machine's zone does not matter. */
export const YEARS = Array.from({ length: 10 }, (_, i) => 2023 + i);

const DAY = 86_400_000;
export const iso = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
export const plus = (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
/** ISO weekday, Monday 1 to Sunday 7. */
export const weekday = (date) => new Date(date).getUTCDay() || 7;
export const isWeekend = (date) => weekday(date) > 5;

/** Easter Sunday (Gregorian computus of Meeus, Jones and Butcher). */
export function easter(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return iso(year, Math.floor(n / 31), (n % 31) + 1);
}

/** The n-th weekday of a month; n = -1 is the last one. */
export function nth(year, month, day, n) {
  const first = iso(year, month, 1);
  const start = plus(first, (day - weekday(first) + 7) % 7);
  if (n > 0) return plus(start, (n - 1) * 7);
  let at = start;
  while (plus(at, 7).slice(5, 7) === first.slice(5, 7)) at = plus(at, 7);
  return at;
}

/** Weekday on or before a date. */
export function onOrBefore(date, day) {
  return plus(date, -((weekday(date) - day + 7) % 7));
}

/** First weekday (Monday to Friday) from `date` on that `taken` does not hold. */
export function nextFree(date, taken) {
  let at = date;
  while (isWeekend(at) || taken.has(at)) at = plus(at, 1);
  return at;
}

/** Gregorian date of a day in a lunar calendar that ICU knows (`dangi` for Korea, `chinese`). */
export function lunar(calendar, year, month, day) {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const wanted = `${month}/${day}`;
  for (let at = iso(year, 1, 15); at < iso(year + 1, 1, 15); at = plus(at, 1)) {
    if (format.format(new Date(at)) === wanted) return at;
  }
  throw new Error(`${calendar} ${wanted} in ${year}: not found; expected one such day`);
}
