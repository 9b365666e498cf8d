import { expect, it } from 'vitest';
import { earlierPromise } from '#app/domain/rules/earlier-promise.ts';

const told = (policyDue: string | null, due: string | null, dueNow = due) =>
  earlierPromise({ policyDue, due, dueNow });

it('tells a promise that ends before the time of the law', () => {
  expect(told('2026-12-02', '2026-12-22')).toBe('2026-12-02');
});

it('tells no promise that ends with the time of the law or after it', () => {
  expect(told('2026-12-22', '2026-12-22')).toBeNull();
  expect(told('2027-01-21', '2026-12-22')).toBeNull();
  expect(told('2026-12-22', '2026-12-22T16:59:59Z')).toBeNull();
});

it('counts the time of the law as it was extended', () => {
  expect(told('2027-01-21', '2026-12-22', '2027-02-22')).toBe('2027-01-21');
});

it('tells the promise where the law sets no time', () => {
  expect(told('2027-01-21', null)).toBe('2027-01-21');
  expect(told(null, null)).toBeNull();
});
