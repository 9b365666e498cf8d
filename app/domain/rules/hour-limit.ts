import type { LawLimits, LawQuestion } from './law-limits.ts';
import { NO_LIMITS } from './no-limits.ts';
import type { CitedPeriod } from './period.ts';

/** A clock of hours is exact: it runs through nights, weekends and holidays, and nothing rolls it over. */
export function hourLimit(
  { input, zone, trail }: LawQuestion,
  hours: number,
  response: CitedPeriod,
): LawLimits {
  const due = input.receivedAt.add({ hours }).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
  trail.add('due', 'add_hour', { count: hours, from: String(input.receivedAt), to: due }, response, due);
  return { ...NO_LIMITS, counted: true, due, dueNow: due, steer: due };
}
