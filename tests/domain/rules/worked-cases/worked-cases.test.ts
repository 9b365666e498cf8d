import { expect, test } from 'vitest';
import { answerLine } from '#app/domain/rules/deadline-line.ts';
import { CALENDARS, JURISDICTIONS } from '#app/domain/rules/index.ts';
import published from '#app/domain/rules/worked-cases.json' with { type: 'json' };

test.each(published.cases)('$jurisdiction, $right, received $received_at ($id): $note', (worked) => {
  expect(answerLine(JSON.stringify(worked), CALENDARS)).toMatchObject({ id: worked.id, ...worked.expected });
});

test('the published worked cases have names of their own and belong to described laws', () => {
  expect(new Set(published.cases.map((worked) => worked.id)).size).toBe(published.cases.length);
  expect(
    published.cases.filter((c) => !(JURISDICTIONS as readonly string[]).includes(c.jurisdiction)),
  ).toEqual([]);
});
