import type { Temporal } from 'temporal-polyfill';

/** A length of time as a rule states it: calendar months are calendar months, hours are hours. */
export interface RetentionPeriod {
  readonly amount: number;
  readonly unit: 'hour' | 'day' | 'month';
}

/** What happens when the period is over; `purge_payload` keeps the bare record. */
export type RetentionAction = 'erase' | 'purge_payload';

/** How long something is kept, why, and what begins the period. */
export interface RetentionRule {
  /** Event after which the period runs, as a key of the texts. */
  readonly trigger: string;
  readonly keep: RetentionPeriod;
  readonly action: RetentionAction;
  /** The statute, or the document of ours, that sets the period. */
  readonly source: string;
}

/** Where no law fixes a period: long enough to answer a complaint, and the one number that a statute names. */
export const OUR_RECORD_PERIOD = {
  months: 24,
  source: 'Our policy, by the example of 11 CCR § 7101',
} as const;

const HOURS_PER_DAY = 24;

/**
 * The instant at or before which the trigger must have happened for the period to be over at `now`.
 * Months are counted back on the calendar of UTC and a day that does not exist becomes the last of its month, so
 * that nothing goes before its full period is over.
 */
export function heldUntil(keep: RetentionPeriod, now: Temporal.Instant): Temporal.Instant {
  if (keep.unit === 'hour') return now.subtract({ hours: keep.amount });
  if (keep.unit === 'day') return now.subtract({ hours: keep.amount * HOURS_PER_DAY });
  return now.toZonedDateTimeISO('UTC').subtract({ months: keep.amount }).toInstant();
}
