import { describe, expect, it } from 'vitest';
import { isJsonNumber, parseLossless } from '#app/domain/disclosure/lossless-json.ts';
import { projectionOf, projectRow } from '#app/domain/disclosure/projection.ts';
import { marksOthers } from '#app/domain/disclosure/third-persons.ts';
import { collection, mapOf } from '../data-map/small-map.ts';

const first = (...args: Parameters<typeof mapOf>) => {
  const [found] = mapOf(...args).collections;
  if (!found) throw new Error('no collection');
  return found;
};

describe('what of a collection may leave', () => {
  const things = first(
    collection('things', [
      { name: 'pin', data_categories: ['user.authorization.password'] },
      {
        name: 'box',
        fields: [
          { name: 'a' },
          { name: 'key', meta: { never_export: true } },
          { name: 'deep', fields: [{ name: 'x' }, { name: 'y' }] },
        ],
      },
      { name: 'vault', fields: [{ name: 'all', meta: { never_export: true } }] },
    ]),
  );

  it('leaves out forbidden columns, and columns of which nothing may leave', () => {
    expect(projectionOf(things).columns).toEqual(['id', 'box']);
  });

  it('keeps mapped inner fields only, also in a list of objects', () => {
    const box = { a: 1, key: 's', unmapped: 's', deep: { x: 1, y: 2, z: 's' } };
    const kept = { a: 1, deep: { x: 1, y: 2 } };
    expect(projectRow({ id: '1', box }, projectionOf(things))).toEqual({ id: '1', box: kept });
    expect(projectRow({ id: '1', box: [box, null] }, projectionOf(things))).toEqual({
      id: '1',
      box: [kept, null],
    });
    expect(projectRow({ id: '1', box: null }, projectionOf(things))).toEqual({ id: '1', box: null });
  });

  it('lets nothing through where an object was expected and something else came', () => {
    expect(projectRow({ box: { a: 1, deep: 'secret' } }, projectionOf(things))).toEqual({
      box: { a: 1, deep: {} },
    });
  });
});

describe('JSON read without loss', () => {
  it.each(['{"a":9007199254740993,"b":12.50,"c":-0,"d":1e400,"e":[1,2.5,true,null,"12.50"]}'])(
    '%s',
    (text) => {
      expect(JSON.stringify(parseLossless(text))).toBe(text);
    },
  );
  it('still knows a long number for a number', () => {
    expect(isJsonNumber((parseLossless('[9007199254740993]') as unknown[])[0])).toBe(true);
    expect(isJsonNumber('1')).toBe(false);
  });
});

describe('what speaks of another person', () => {
  const posts = first(
    collection('posts', [{ name: 'author' }, { name: 'tel' }, { name: 'text', meta: { free_text: true } }], {
      third_party: [
        { person: 'author', kind: 'email', mask: ['author', 'text'] },
        { person: 'tel', kind: 'phone', mask: ['tel'] },
      ],
    }),
  );
  const own = new Map([
    ['email' as const, new Set(['ada@example.com'])],
    ['phone' as const, new Set(['+9991'])],
  ]);
  const marks = (row: Record<string, string | null>) =>
    marksOthers(posts, own, (field) => (row[field] == null ? [] : [row[field]]));

  it('is not the data subject, however their address is written', () => {
    expect(marks({ author: ' ADA@example.com', tel: '+99 9-1', text: 'write to Ada@Example.com.' })).toEqual(
      {},
    );
  });
  it('is nobody where the field is empty', () => {
    expect(marks({ author: '', tel: null, text: null })).toEqual({});
  });
  it('is whoever stands in the field', () => {
    expect(marks({ author: 'bob@example.org', tel: '+9992', text: 'hi' })).toEqual({
      mask: { author: 'rights_of_others', text: 'rights_of_others', tel: 'rights_of_others' },
    });
  });
  it('is an address in free text, named once', () => {
    expect(
      marks({ text: 'ask <bob@example.org>, Bob@x.example or bob@example.org; 김@보기.example' }),
    ).toEqual({
      scrub: { text: ['bob@example.org', 'Bob@x.example', '김@보기.example'] },
    });
  });
});
