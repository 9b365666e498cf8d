import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { ClockEvent } from '#app/domain/rules/clock-event.ts';
import { dayOf, isoOf } from '#app/domain/rules/day-number.ts';
import {
  CALENDARS,
  type Deadline,
  type DescribedRegime,
  RULE_PACKS,
  regimeOf,
  replayDerivation,
  responseDeadline,
  rightsUnder,
} from '#app/domain/rules/index.ts';

const FIRST = Date.UTC(2023, 0, 1);
const SPAN_SECONDS = 8 * 365 * 86_400;
const instant = fc
  .integer({ min: 0, max: SPAN_SECONDS })
  .map((s) => Temporal.Instant.fromEpochMilliseconds(FIRST + s * 1000));
const pack = fc.constantFrom(...RULE_PACKS);

/** A pack, one of its rights, and an instant at which it was asked. */
const request = fc.tuple(pack, fc.nat(), instant).map(([{ jurisdiction }, n, receivedAt]) => {
  const regime = regimeOf(jurisdiction, receivedAt.toString().slice(0, 10));
  const rights = regime.kind === 'not_described' ? [] : rightsUnder(regime);
  return { regime, right: rights[n % Math.max(1, rights.length)]?.right, receivedAt };
});
const asked = request.filter(
  (r): r is { regime: DescribedRegime; right: NonNullable<typeof r.right>; receivedAt: Temporal.Instant } =>
    r.right !== undefined,
);

/** Questions and answers on the days after receipt. */
function eventsAfter(receivedAt: Temporal.Instant, gaps: number[]): ClockEvent[] {
  const start = dayOf(receivedAt.add({ hours: 36 }).toString().slice(0, 10));
  const pairs = [
    'identity_requested',
    'identity_verified',
    'clarification_requested',
    'clarification_received',
  ] as const;
  return gaps.slice(0, 4).map((_, i) => ({
    type: pairs[i] as ClockEvent['type'],
    at: isoOf(start + gaps.slice(0, i + 1).reduce((a, b) => a + b, 0)),
  }));
}
const gaps = fc
  .constantFrom(0, 2, 4)
  .chain((n) => fc.array(fc.integer({ min: 0, max: 12 }), { minLength: n, maxLength: n }));

const noLater = (a: string | null, b: string | null) =>
  a === null || b === null || a.slice(0, 10) <= b.slice(0, 10);

describe('for every law, right, instant and course of events', () => {
  test('a due date is never before its start, and an extension never shortens', () => {
    fc.assert(
      fc.property(asked, gaps, (r, g) => {
        const d = responseDeadline({ ...r, events: eventsAfter(r.receivedAt, g) }, CALENDARS);
        const start = d.derivation[0]?.date ?? null;
        for (const date of [d.due, d.ackDue, d.policyDue, d.guidanceDue])
          expect(noLater(start, date)).toBe(true);
        expect(noLater(d.due, d.extendedDue)).toBe(true);
        expect(noLater(d.extendedDue, d.secondExtendedDue)).toBe(true);
        expect(noLater(d.dueUnrolled, d.due)).toBe(true);
        expect(noLater(d.steerBy, d.due)).toBe(true);
        expect(noLater(d.extensionNoticeBy, d.due)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('a later receipt is never due earlier within a version', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 60 * 24 }), (r, hours) => {
        const receivedAt = r.receivedAt.add({ hours });
        const first = responseDeadline(r, CALENDARS);
        const later = responseDeadline({ ...r, receivedAt }, CALENDARS);
        for (const field of [
          'due',
          'ackDue',
          'extendedDue',
          'policyDue',
          'guidanceDue',
          'steerBy',
        ] as const) {
          expect(noLater(first[field], later[field]), field).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('every derivation replays to its dates', () => {
    fc.assert(
      fc.property(asked, gaps, (r, g) => {
        const d = responseDeadline({ ...r, events: eventsAfter(r.receivedAt, g) }, CALENDARS);
        expect(replayDerivation(d, CALENDARS)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('a deadline survives being stored as JSON', () => {
    fc.assert(
      fc.property(asked, (r) => {
        const d = responseDeadline(r, CALENDARS);
        expect(JSON.parse(JSON.stringify(d))).toEqual(d);
      }),
    );
  });
});

test('a replay notices a date that was changed, and a step that was changed', () => {
  const regime = regimeOf('EEA', '2026-03-05') as DescribedRegime;
  const receivedAt = Temporal.Instant.from('2026-03-05T10:00:00+01:00');
  const d = responseDeadline({ regime, right: 'access', receivedAt }, CALENDARS);
  expect(replayDerivation({ ...d, due: '2026-04-08' }, CALENDARS)).toHaveLength(1);
  const steps = d.derivation.map((s) =>
    s.step === 'derivation.rolled_weekend' ? { ...s, date: '2026-04-08' } : s,
  );
  const forged: Deadline = { ...d, due: '2026-04-08', derivation: steps };
  expect(replayDerivation(forged, CALENDARS).length).toBeGreaterThan(0);
});

test('a pause of n counted days moves the unrolled day count by n (United Kingdom, access)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 15 }), (asks, waits) => {
      const regime = regimeOf('GB', '2026-03-02') as DescribedRegime;
      const receivedAt = Temporal.Instant.from('2026-03-02T10:00:00Z');
      const from = dayOf('2026-03-02') + asks;
      const events: ClockEvent[] = [
        { type: 'clarification_requested', at: isoOf(from) },
        { type: 'clarification_received', at: isoOf(from + waits) },
      ];
      const plain = responseDeadline({ regime, right: 'access', receivedAt }, CALENDARS);
      const paused = responseDeadline({ regime, right: 'access', receivedAt, events }, CALENDARS);
      const unrolled = (d: Deadline) => dayOf(d.dueUnrolled ?? (d.due as string));
      expect(unrolled(paused) - unrolled(plain)).toBe(waits + 1);
    }),
  );
});

test('whenever clarification is asked for before the limit, the limit comes after the answer (United Kingdom, access)', () => {
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 60 }),
      (at, asks, waits) => {
        const regime = regimeOf('GB', '2026-10-01') as DescribedRegime;
        const received = at.toZonedDateTimeISO('Europe/London').toPlainDate();
        const plain = responseDeadline({ regime, right: 'access', receivedAt: at }, CALENDARS);
        const asked = received.add({ days: asks }).toString();
        const answered = received.add({ days: asks + waits }).toString();
        const events: ClockEvent[] = [
          { type: 'clarification_requested', at: asked },
          { type: 'clarification_received', at: answered },
        ];
        const { due } = responseDeadline({ regime, right: 'access', receivedAt: at, events }, CALENDARS);
        if (asked <= (plain.due as string)) expect((due as string) > answered).toBe(true);
        else expect(due).toBe(plain.due);
      },
    ),
    { numRuns: 500 },
  );
});
