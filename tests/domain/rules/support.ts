import { Temporal } from 'temporal-polyfill';
import { rightFromWire } from '#app/domain/rights/data-subject-right.ts';
import {
  CALENDARS,
  type Deadline,
  type DeadlineInput,
  type Jurisdiction,
  regimeOf,
  responseDeadline,
  zoneOf,
} from '#app/domain/rules/index.ts';

type Rest = Partial<Omit<DeadlineInput, 'regime' | 'right' | 'receivedAt'>>;

/** The deadline of a request received at ten in the morning, local time of the law, on a date. */
export function deadlineOn(
  jurisdiction: Jurisdiction,
  right: string,
  date: string,
  rest: Rest = {},
): Deadline {
  const zone = zoneOf(jurisdiction) ?? 'Etc/UTC';
  const receivedAt = Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: '10:00' })
    .toInstant();
  const regime = regimeOf(jurisdiction, date);
  if (regime.kind === 'not_described')
    throw new Error(`${jurisdiction} on ${date}: expected a described law`);
  const known = rightFromWire(right);
  if (!known) throw new Error(`${right}: expected a right`);
  return responseDeadline({ regime, right: known, receivedAt, ...rest }, CALENDARS);
}
