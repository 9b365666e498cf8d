import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { type ClockEvent, EVENT_PAIRS } from '#app/domain/rules/clock-event.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { responseDeadline } from '#app/domain/rules/response-deadline.ts';
import { everyDay, oracleAfterNotices, oracleDates } from './oracle.ts';
import { type Asked, later } from './oracle-clock.ts';
import { ourRight, RESEARCH } from './research.ts';

/** Days on which the law of the research is in force everywhere. */
const DAYS = everyDay('2026-07-01', '2026-12-31');

function engineDates(
  jurisdiction: string,
  word: string,
  zone: string,
  received: string,
  rest: { events?: ClockEvent[]; extensions?: { sentAt: string }[] } = {},
) {
  const regime = regimeOf(jurisdiction as Jurisdiction, received);
  if (regime.kind === 'not_described') throw new Error(`${jurisdiction} ${received}: expected a law`);
  // Late in the evening, so that a day counted in another zone would be a wrong day.
  const receivedAt = Temporal.PlainDate.from(received)
    .toZonedDateTime({ timeZone: zone, plainTime: '23:30' })
    .toInstant();
  return responseDeadline({ regime, right: ourRight(word), receivedAt, ...rest }, CALENDARS);
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

/** What was asked on a ground and when it was answered; on one ground a question is put after the answer to the last. */
const onOneGround = (ground: Asked['ground']) =>
  fc
    .array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 25 })), { maxLength: 3 })
    .chain((gaps) =>
      fc.tuple(
        fc.constant(gaps),
        fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      ),
    )
    .map(([gaps, open]) => {
      let at = 0;
      return gaps.map(([wait, answer], i) => {
        const asked = at + wait;
        at = asked + answer + 1;
        return { ground, asked, answered: open && i === gaps.length - 1 ? undefined : asked + answer };
      });
    });
const GROUNDS = Object.keys(EVENT_PAIRS) as Asked['ground'][];
const questions = fc.tuple(...GROUNDS.map(onOneGround)).map((lists) => lists.flat());
const receivedDay = fc.constantFrom(...everyDay('2026-07-01', '2028-06-30'));

/** The same questions as the engine wants them, answers first where the days tell which came first. */
function eventsOf(asked: readonly Asked[]): ClockEvent[] {
  const events = asked.flatMap(({ ground, asked: at, answered }): ClockEvent[] => {
    const [question, answer] = EVENT_PAIRS[ground];
    return [{ type: question, at }, ...(answered ? [{ type: answer, at: answered }] : [])];
  });
  return events.sort((a, b) => b.at.localeCompare(a.at));
}

const numbered = RESEARCH.flatMap((place) =>
  place.rights
    .filter(
      ({ standing, deadline }) => standing === 'statutory' && deadline?.amount && deadline.unit !== 'hour',
    )
    .map((right) => ({ place, right })),
);
/** Laws whose clocks wait for something come up as often as all the others together. */
const waiting = numbered.filter(({ place }) => ['GB', 'CH', 'SG'].includes(place.id));
const law = fc.oneof(fc.constantFrom(...waiting), fc.constantFrom(...numbered));

test('with identity, clarification, fees and reflection asked for in any course the two still name the same days', () => {
  let moved = 0;
  fc.assert(
    fc.property(law, receivedDay, questions, ({ place, right }, received, gaps) => {
      fc.pre(!(place.id === 'IN' && received >= '2027-05-13'));
      const asked = gaps.map((q) => ({
        ground: q.ground,
        asked: later(received, q.asked),
        ...(q.answered === undefined ? {} : { answered: later(received, q.answered) }),
      }));
      const engine = engineDates(place.id, right.right, place.zone, received, {
        events: eventsOf(asked),
      });
      const oracle = oracleDates(place, right, received, asked);
      if (oracle.due !== oracleDates(place, right, received).due) moved += 1;
      expect(
        Object.fromEntries(Object.keys(oracle).map((k) => [k, engine[k as keyof typeof engine]])),
      ).toEqual(oracle);
    }),
    { numRuns: 4000 },
  );
  expect(moved).toBeGreaterThan(500);
});

const extendable = numbered.filter(({ right }) => right.extension?.amount);

test('a notice of extension counts until its last day and not a day longer, for the first and for the second', () => {
  const gaps = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(fc.constantFrom(...extendable), receivedDay, gaps, ({ place, right }, received, around) => {
      const { due, extendedDue } = oracleDates(place, right, received);
      const sent = [due, extendedDue].map((day, i) => later(day as string, around[i] as number));
      const engine = engineDates(place.id, right.right, place.zone, received, {
        extensions: sent.map((sentAt) => ({ sentAt })),
      });
      const { extensionsUsed, dueNow } = engine;
      expect({ extensionsUsed, dueNow }).toEqual(oracleAfterNotices(place, right, received, sent));
    }),
    { numRuns: 2000 },
  );
});
