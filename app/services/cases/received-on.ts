import type { Temporal } from 'temporal-polyfill';

/** The day of receipt on the clocks of the law, ISO. */
export function receivedOn(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
