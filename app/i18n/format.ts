/** Anything that prints as an ISO 8601 date or instant: a Temporal value or its string. */
type Iso = string | { toString(): string };

/** How dates, numbers and lists are written for one reader. */
export interface Formats {
  readonly locale: string;
  /** A calendar date in words: 28 February 2026. It has no zone and is never shifted. */
  date(plain: Iso): string;
  /** A calendar date with its weekday: Saturday 28 February 2026. */
  weekday(plain: Iso): string;
  /** A short calendar date for tables: 28 Feb 2026. */
  shortDate(plain: Iso): string;
  /** An instant as the clock of `zone` showed it, with the zone's name. */
  dateTime(instant: Iso, zone: string): string;
  /** The hour and minute of an instant in `zone`. */
  time(instant: Iso, zone: string): string;
  number(value: number): string;
  /** A share between 0 and 1 as a percentage without decimals. */
  percent(share: number): string;
  /** A size in bytes in the largest unit (of 1000) that keeps it at 1 or above. */
  bytes(size: number): string;
  list(items: readonly string[]): string;
  /** Whole days from now, in words: 3 days ago, tomorrow, in 12 days. */
  relativeDays(days: number): string;
  /** The name of a country (ISO 3166-1 alpha-2); the code itself when it is unknown. */
  country(code: string): string;
  /** The name of a language by its BCP 47 tag. */
  language(tag: string): string;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const cache = new Map<string, Formats>();

/**
 * The formatters for a locale, made once. Latin digits and the Gregorian calendar everywhere: statutory dates and
 * references are quoted in them, and server and browser must print the same characters.
 */
export function formats(locale: string): Formats {
  let found = cache.get(locale);
  if (!found) {
    found = makeFormats(locale);
    cache.set(locale, found);
  }
  return found;
}

function makeFormats(locale: string): Formats {
  // English of no country in particular: the day before the month, as most of its readers write it.
  const tag = `${locale === 'en' ? 'en-001' : locale}-u-ca-gregory-nu-latn`;
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (plain: Iso) => format.format(noonOf(plain));
  };
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const countries = new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' });
  const tongues = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const zoned = zonedFormats(tag);
  return {
    locale,
    date: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    shortDate: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
    dateTime: (instant, zone) => zoned('long', zone).format(new Date(String(instant))),
    time: (instant, zone) => zoned('time', zone).format(new Date(String(instant))),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    bytes: (size) => formatBytes(tag, size),
    list: (items) => list.format(items),
    relativeDays: (days) => relative.format(days, 'day'),
    country: (code) => nameOr(countries, code),
    language: (code) => nameOr(tongues, code),
  };
}

function zonedFormats(tag: string): (kind: 'long' | 'time', zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (kind, zone) => {
    const key = `${kind} ${zone}`;
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
    const day = { day: 'numeric', month: 'long', year: 'numeric', timeZoneName: 'short' } as const;
    let format = made.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(tag, kind === 'time' ? clock : { ...day, ...clock });
      made.set(key, format);
    }
    return format;
  };
}

/** Noon UTC of a calendar date, so that no zone can move it to its neighbour. */
function noonOf(plain: Iso): Date {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(plain));
  if (!parts) throw new RangeError(`Not a date: ${String(plain)}, expected YYYY-MM-DD`);
  return new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12));
}

function formatBytes(tag: string, size: number): string {
  const step = size < 1 ? 0 : Math.min(Math.floor(Math.log10(size) / 3), BYTE_UNITS.length - 1);
  const unit = BYTE_UNITS[step] ?? 'byte';
  const digits = step === 0 ? 0 : 1;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(tag, options).format(size / 1000 ** step);
}

function nameOr(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
