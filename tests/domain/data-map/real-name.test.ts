import { describe, expect, it } from 'vitest';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';
import { collection, file, mapOf, reference } from './small-map.ts';

const people = collection('people', [{ name: 'nr', fides_meta: { identity: 'account_id' } }]);
const COLUMNS = [{ name: 'name' }, { name: 'how' }, { name: 'done' }, { name: 'gone' }];
const FIELDS = { account: 'who', name: 'name', method: 'how', at: 'done' };
const records = (real_name: unknown, account = reference('who', 'people.nr'), called = 'real_names') =>
  collection(called, [account, ...COLUMNS], { real_name });

const problemsOf = (...collections: unknown[]) => {
  const parsed = parseDataMap(file(people, ...collections));
  if ('map' in parsed) throw new Error('the map was accepted');
  return parsed.problems;
};
const AT = 'dataset[0].collections[1].meta.real_name';

describe('where a data map says that real names are recorded', () => {
  it('is read, with or without the column of the end', () => {
    expect(mapOf(people, records(FIELDS)).collections[1]?.realName).toEqual(FIELDS);
    const all = { ...FIELDS, ended: 'gone' };
    expect(mapOf(people, records(all)).collections[1]?.realName).toEqual(all);
    expect(mapOf(people).collections[0]?.realName).toBeUndefined();
  });

  it('may be the collection of the accounts themselves', () => {
    const own = { name: 'who', fides_meta: { identity: 'account_id' } };
    expect(mapOf(records(FIELDS, own)).collections[0]?.realName).toEqual(FIELDS);
  });

  it.each([
    ['no column of the name', { ...FIELDS, name: undefined }, `${AT}.name`, /holds the verified name/],
    ['no column of the day', { ...FIELDS, at: undefined }, `${AT}.at`, /holds when it was completed/],
    ['a misspelt key', { ...FIELDS, when: 'done' }, AT, /when/],
    ['a column that is not there', { ...FIELDS, name: 'nome' }, `${AT}.name`, /a field of this collection/],
    ['a value inside a column', { ...FIELDS, at: 'done.day' }, `${AT}.at`, /no dot/],
    ['one column for two things', { ...FIELDS, method: 'name' }, `${AT}.method`, /another key names it/],
    ['something that is no map', 'yes', AT, /object/],
  ])('is refused with %s, named with its place', (_what, real_name, path, expected) => {
    const problems = problemsOf(records(real_name));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.expected).toMatch(expected);
  });

  it('is refused when its account column leads to no account', () => {
    expect(problemsOf(records(FIELDS, { name: 'who' }))).toEqual([
      { path: `${AT}.account`, value: 'who', expected: expect.stringContaining('identity account_id') },
    ]);
    expect(problemsOf(records(FIELDS, reference('who', 'people.id')))[0]?.path).toBe(`${AT}.account`);
  });

  it('is refused twice: an account has one owner', () => {
    const second = records(FIELDS, reference('who', 'people.nr'), 'more_names');
    expect(problemsOf(records(FIELDS), second)).toEqual([
      {
        path: 'dataset[0].collections[2].meta.real_name',
        value: 'shop/more_names',
        expected: 'one collection at most; shop/real_names records it already',
      },
    ]);
  });
});
