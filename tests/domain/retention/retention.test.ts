import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { OWN_RECORDS, UNPROVEN_REQUEST } from '#app/domain/retention/own-records.ts';
import { payloadRetention } from '#app/domain/retention/request-payload.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { ERASURE_PROMISE_DAYS, SERVICE_RETENTION } from '#app/domain/retention/service-data.ts';

const at = (iso: string) => Temporal.Instant.from(iso);

test.each([
  [{ amount: 24, unit: 'month' }, '2028-02-29T00:00:00Z', '2026-02-28T00:00:00Z'],
  [{ amount: 24, unit: 'month' }, '2026-03-01T00:00:00Z', '2024-03-01T00:00:00Z'],
  [{ amount: 30, unit: 'day' }, '2026-03-31T12:00:00Z', '2026-03-01T12:00:00Z'],
  [{ amount: 24, unit: 'hour' }, '2026-03-29T12:00:00Z', '2026-03-28T12:00:00Z'],
] as const)('%j is over at %s for what began by %s', (keep, now, limit) => {
  expect(heldUntil(keep, at(now)).toString()).toBe(limit);
});

test('nothing goes before its months are full: what closed on 29 February 2024 is held through 28 February 2026', () => {
  const limit = heldUntil({ amount: 24, unit: 'month' }, at('2026-02-28T23:59:59Z'));
  expect(Temporal.Instant.compare(limit, at('2024-02-29T00:00:00Z'))).toBe(-1);
});

test('California keeps the record of a request for 24 months because 11 CCR 7101 says so', () => {
  expect(payloadRetention('US-CA', '2026-11-02')).toMatchObject({
    keep: { amount: 24, unit: 'month' },
    source: expect.stringContaining('7101'),
  });
});

test.each(['EEA', 'ROW', 'BR', 'nowhere'])(
  'where the law of %s fixes no period, ours is named as ours',
  (jurisdiction) => {
    expect(payloadRetention(jurisdiction, '2026-11-02').source).toContain('Our policy');
  },
);

test('the schedule of the notice never holds data longer for an erasure request than the promise', () => {
  const row = SERVICE_RETENTION.find(({ id }) => id === 'erasure_request');
  expect(row?.keep).toEqual({ amount: ERASURE_PROMISE_DAYS, unit: 'day' });
});

test('every rule names its source, and the warning leaves the time it promises', () => {
  for (const { source } of [...Object.values(OWN_RECORDS), ...SERVICE_RETENTION]) expect(source).not.toBe('');
  expect(UNPROVEN_REQUEST.warnDaysBefore).toBeGreaterThanOrEqual(UNPROVEN_REQUEST.leastNoticeDays);
});
