import { expect, test } from 'vitest';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { answerLine } from '#app/domain/rules/deadline-line.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { findPack } from '#app/domain/rules/packs/index.ts';
import published from './vectors.json' with { type: 'json' };

const vectors = published.vectors.filter((v) => findPack(v.jurisdiction as Jurisdiction));

test.each(vectors)('the published case $id ($jurisdiction, $right) comes out as expected', (vector) => {
  const answer = answerLine(JSON.stringify(vector), CALENDARS);
  expect(answer).toMatchObject({ id: vector.id, ...vector.expected });
});

test('every calendar day of the published cases is in the generated calendars', () => {
  for (const [id, days] of Object.entries(published.meta.calendars)) {
    const calendar = CALENDARS.get(id);
    const missing = days.filter((day) => !calendar?.holidays.has(Math.floor(Date.parse(day) / 86_400_000)));
    expect(missing, id).toEqual([]);
  }
});
