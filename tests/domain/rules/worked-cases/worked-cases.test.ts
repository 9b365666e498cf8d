import { expect, test } from 'vitest';
import { answerLine } from '#app/domain/rules/deadline-line.ts';
import { CALENDARS, JURISDICTIONS, RULE_PACKS } from '#app/domain/rules/index.ts';
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

test('every version of every pack has a worked case, and every case names its source', () => {
  const worked = new Set(
    published.cases.map((c) => {
      const { pack, version } = answerLine(JSON.stringify(c), CALENDARS) as Record<string, unknown>;
      return `${pack} ${version}`;
    }),
  );
  const versions = RULE_PACKS.flatMap((pack) => pack.versions.map(({ id }) => `${pack.id} ${id}`));
  expect(versions.filter((version) => !worked.has(version))).toEqual([]);
  expect(published.cases.filter(({ source }) => source.length < 3)).toEqual([]);
});
