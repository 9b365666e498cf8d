import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { responseDeadline } from '#app/domain/rules/response-deadline.ts';
import { everyDay, oracleDates } from './oracle.ts';
import { ourRight, RESEARCH } from './research.ts';

/** Days on which the law of the research is in force everywhere. */
const DAYS = everyDay('2026-07-01', '2026-12-31');

function engineDates(jurisdiction: string, word: string, zone: string, received: string) {
  const regime = regimeOf(jurisdiction as Jurisdiction, received);
  if (regime.kind === 'not_described') throw new Error(`${jurisdiction} ${received}: expected a law`);
  // Late in the evening, so that a day counted in another zone would be a wrong day.
  const receivedAt = Temporal.PlainDate.from(received)
    .toZonedDateTime({ timeZone: zone, plainTime: '23:30' })
    .toInstant();
  return responseDeadline({ regime, right: ourRight(word), receivedAt }, CALENDARS);
}

describe.each(RESEARCH)('$id', (place) => {
  test('for half a year of receipts the engine and a plain second calculator name the same days', () => {
    const wrong: string[] = [];
    for (const right of place.rights) {
      if (right.deadline?.unit === 'hour') continue;
      for (const received of DAYS) {
        const engine = engineDates(place.id, right.right, place.zone, received);
        for (const [date, expected] of Object.entries(oracleDates(place, right, received))) {
          const got = engine[date as keyof typeof engine];
          if (got !== expected)
            wrong.push(`${right.right} received ${received}: ${date} ${got}, oracle ${expected}`);
        }
      }
    }
    expect(wrong.slice(0, 10), `${wrong.length} differences`).toEqual([]);
  });
});

test('hours are exact: seventy-two of them from the instant of receipt', () => {
  const hours = RESEARCH.flatMap((place) =>
    place.rights.filter(({ deadline }) => deadline?.unit === 'hour').map((right) => ({ place, right })),
  );
  expect(hours.length).toBeGreaterThan(0);
  for (const { place, right } of hours) {
    const { due } = engineDates(place.id, right.right, place.zone, '2026-11-21');
    const received = Temporal.PlainDate.from('2026-11-21')
      .toZonedDateTime({ timeZone: place.zone, plainTime: '23:30' })
      .toInstant();
    expect(Date.parse(due ?? '') - received.epochMilliseconds).toBe(
      (right.deadline?.amount ?? 0) * 3_600_000,
    );
  }
});
