import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { collectionOf } from '#app/domain/data-map/data-map.ts';
import { mapWarnings } from '#app/domain/data-map/map-warnings.ts';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';
import { collection, file, mapOf, reference } from './small-map.ts';

const problemsOf = (input: unknown) => {
  const parsed = parseDataMap(input);
  if ('map' in parsed) throw new Error('the map was accepted');
  return parsed.problems;
};

describe('a data map in the Fideslang format', () => {
  it('is read from the demo file without a problem or a warning', () => {
    const parsed = parseDataMap(parse(readFileSync('db/northwind/datamap.yml', 'utf8')));
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, null, 1));
    expect(parsed.map.collections).toHaveLength(13);
    expect(mapWarnings(parsed.map)).toEqual([]);
  });

  it('withholds every field of a forbidden category in the demo file, and lets the last four digits leave', () => {
    const parsed = parseDataMap(parse(readFileSync('db/northwind/datamap.yml', 'utf8')));
    if ('problems' in parsed) throw new Error('problems');
    const withheld = parsed.map.collections.flatMap((c) =>
      c.fields.filter((f) => f.neverExport).map((f) => `${c.name}.${f.path}`),
    );
    expect(withheld).toEqual([
      'accounts.national_id',
      'accounts.password_hash',
      'accounts.security_question',
      'accounts.security_answer',
      'devices.settings.push_token',
      'payment_methods.token',
      'payment_methods.bank_account_number',
      'real_name_authentications.document_number',
    ]);
    const last4 = collectionOf(parsed.map, 'northwind/payment_methods').fields.find(
      (f) => f.path === 'last4',
    );
    expect(last4?.neverExport).toBeUndefined();
  });

  it('lets a category of the dataset and of the collection reach each field', () => {
    const input = file({
      ...collection('people', [{ name: 'photo' }]),
      data_categories: ['user.biometrics.retinal'],
    });
    const parsed = parseDataMap(input);
    if ('problems' in parsed) throw new Error('problems');
    expect(parsed.map.collections[0]?.fields.map((f) => f.neverExport)).toEqual([
      'user.biometrics',
      'user.biometrics',
    ]);
  });

  it('names a reference to a collection that is not there by its path and value', () => {
    expect(problemsOf(file(collection('orders', [reference('customer', 'people.id')])))).toEqual([
      {
        path: 'dataset[0].collections[0].fields[1].fides_meta.references[0].field',
        value: 'shop.people.id',
        expected: 'a collection of this map',
      },
    ]);
  });

  it('names a reference to a field that is not there', () => {
    const problems = problemsOf(
      file(collection('people', []), collection('orders', [reference('who', 'people.nr')])),
    );
    expect(problems.map((p) => [p.value, p.expected])).toEqual([
      ['shop.people.nr', 'a field of that collection'],
    ]);
  });

  it.each([
    ['a collection twice', file(collection('a', []), collection('a', [])), 'dataset[0].collections[1].name'],
    [
      'a field twice',
      file(collection('a', [{ name: 'x' }, { name: 'x' }])),
      'dataset[0].collections[0].fields[2].name',
    ],
    ['no primary key', file({ name: 'a', fields: [{ name: 'x' }] }), 'dataset[0].collections[0].fields'],
    [
      'an identity nobody can prove',
      file(collection('a', [{ name: 'x', fides_meta: { identity: 'shoe_size' } }])),
      'dataset[0].collections[0].fields[1].fides_meta.identity',
    ],
    [
      'a misspelt key in meta',
      file(collection('a', [], { purpose: ['x'] })),
      'dataset[0].collections[0].meta',
    ],
    [
      'a mask of an unknown field',
      file(collection('a', [{ name: 'x' }], { third_party: [{ person: 'x', kind: 'email', mask: ['y'] }] })),
      'dataset[0].collections[0].meta.third_party[0].mask[0]',
    ],
    ['no dataset', {}, 'dataset'],
    ['something that is no object', null, ''],
  ])('refuses %s and says where', (_what, input, path) => {
    expect(problemsOf(input).map((p) => p.path)).toEqual([path]);
  });

  it('reads phone_number, as Fideslang says, as phone', () => {
    const map = mapOf(collection('a', [{ name: 'tel', fides_meta: { identity: 'phone_number' } }]));
    expect(map.collections[0]?.fields[1]?.identity).toBe('phone');
  });

  it('flattens nested fields to dotted paths', () => {
    const map = mapOf(
      collection('a', [{ name: 'settings', fields: [{ name: 'locale' }, { name: 'theme' }] }]),
    );
    expect(map.collections[0]?.fields.map((f) => f.path)).toEqual([
      'id',
      'settings.locale',
      'settings.theme',
    ]);
  });
});
