import { Temporal } from 'temporal-polyfill';
import { Invalid } from '../errors.ts';

/** The years whose law and holidays a page may be asked for. */
const FIRST = '2000-01-01';
const LAST = '2099-12-31';

/** Reads the day in an address; undefined when none was asked for. Throws Invalid for a day that does not exist. */
export function dayAsked(value: string | null | undefined): string | undefined {
  if (!value) return undefined;
  const expected = `YYYY-MM-DD from ${FIRST} to ${LAST}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST || value > LAST) {
    throw new Invalid('invalid_date', { path: 'on', value: value.slice(0, 20), expected });
  }
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
  } catch {
    throw new Invalid('invalid_date', { path: 'on', value, expected });
  }
}
