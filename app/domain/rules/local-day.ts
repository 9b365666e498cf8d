import { Temporal } from 'temporal-polyfill';
import { type DayNumber, dayFrom, dayOf } from './day-number.ts';
import { RulesError } from './rules-error.ts';

/** The date of an instant on the clocks of a zone, as a day number. */
export function localDay(at: Temporal.Instant, zone: string): DayNumber {
  const local = at.toZonedDateTimeISO(zone);
  return dayFrom(local.year, local.month, local.day);
}

/** An instant as text in UTC, to the millisecond: `2026-01-31T09:00:00.000Z`. Temporal's own text takes longer than a whole count. */
export function instantText(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toISOString();
}

/** Reads an instant (RFC 3339 with offset or Z). Throws RulesError naming the place. */
export function parseInstant(
  value: unknown,
  path: string,
  expected = 'an RFC 3339 instant that exists, e.g. 2026-01-31T10:00:00+01:00',
): Temporal.Instant {
  if (typeof value !== 'string')
    throw new RulesError(
      value === undefined ? 'missing_value' : 'invalid_value',
      path,
      value ?? null,
      expected,
    );
  if (!/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})$/.test(value)) {
    throw new RulesError('invalid_value', path, value, expected);
  }
  try {
    return Temporal.Instant.from(value);
  } catch {
    throw new RulesError('invalid_value', path, value, expected);
  }
}

/** Reads a local date or an instant as the day it was in a zone. Throws RulesError naming the place. */
export function parseDay(value: unknown, zone: string, path: string): DayNumber {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    try {
      Temporal.PlainDate.from(value, { overflow: 'reject' });
      return dayOf(value);
    } catch {
      throw new RulesError('invalid_value', path, value, 'a date that exists (YYYY-MM-DD)');
    }
  }
  return localDay(parseInstant(value, path, 'a date (YYYY-MM-DD) or an RFC 3339 instant that exists'), zone);
}

/** Checks that a zone is in the IANA database. Throws RulesError. */
export function requireZone(zone: unknown, path: string): string {
  try {
    if (typeof zone === 'string' && /^[A-Za-z]/.test(zone)) {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
      return zone;
    }
  } catch {
    // falls through to the refusal
  }
  throw new RulesError('unknown_zone', path, zone ?? null, 'an IANA time zone, e.g. Europe/Amsterdam');
}
