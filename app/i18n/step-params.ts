import type { Formats } from './format.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/**
 * The values of a derivation's step as the reader writes dates and numbers, and calls calendars.
 * @param params as the step has them: days and instants are ISO strings
 * @param zone of the law, in which instants are told
 * @param legal texts of `legal.json` in the reader's language
 */
export function stepParams(
  params: Readonly<Record<string, string | number>>,
  zone: string,
  format: Formats,
  legal: (key: string) => string,
): Record<string, string | number> {
  const written = Object.entries(params).map(([name, value]) => {
    if (typeof value !== 'string') return [name, value];
    if (name === 'calendar') return [name, legal(`calendars.${value}`)];
    if (DAY.test(value)) return [name, format.weekday(value)];
    return [name, INSTANT.test(value) ? format.dateTime(value, zone) : value];
  });
  return Object.fromEntries(written);
}
