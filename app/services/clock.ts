import { Temporal } from 'temporal-polyfill';

/** The only source of "now"; decisions take the instant as an argument. */
export interface Clock {
  /** Rounded to a millisecond, so that what is stored reads back equal. */
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant().round('millisecond') };

/** A clock that stands still until it is moved; for tests and replays. */
export function fixedClock(
  start: string | Temporal.Instant,
): Clock & { set(at: string | Temporal.Instant): void } {
  let at = Temporal.Instant.from(start);
  return {
    now: () => at,
    set: (next) => {
      at = Temporal.Instant.from(next);
    },
  };
}
