import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { civilFrom, dayFrom, dayOf, isoOf, plusMonths, weekdayOf } from '#app/domain/rules/day-number.ts';

const anyDay = fc.integer({ min: -100_000, max: 100_000 });
const temporal = (day: number) => Temporal.PlainDate.from('1970-01-01').add({ days: day });

test('a day number names the same date as Temporal, and reads back', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = temporal(day);
      expect(isoOf(day)).toBe(date.toString());
      expect(dayOf(isoOf(day))).toBe(day);
      expect(civilFrom(day)).toEqual([date.year, date.month, date.day]);
      expect(dayFrom(date.year, date.month, date.day)).toBe(day);
      expect(weekdayOf(day)).toBe(date.dayOfWeek);
    }),
  );
});

test('months are added as Temporal adds them, clamped to the end of the month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (day, months) => {
      expect(isoOf(plusMonths(day, months))).toBe(temporal(day).add({ months }).toString());
    }),
  );
});

test('one month after 31 January is the last day of February, leap year or not', () => {
  expect(isoOf(plusMonths(dayOf('2024-01-31'), 1))).toBe('2024-02-29');
  expect(isoOf(plusMonths(dayOf('2023-01-31'), 1))).toBe('2023-02-28');
});
