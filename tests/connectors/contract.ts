import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector, ReadQuery } from '#app/connectors/connector.ts';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';
import { allOf } from '#tests/support/all-of.ts';

/** Longer than any portion a connector reads at once. */
export const MANY = 2_345;

/** What a connector under test must hold before the contract runs: two collections, rows not in key order. */
export const CONTRACT_ROWS = {
  people: [
    {
      id: 3,
      email: 'Zoe@Example.com',
      phone: '+999 (12) 34-56',
      note: 'third',
      settings: { locale: 'ar', token: 't3' },
    },
    {
      id: 1,
      email: 'ada@example.com',
      phone: null,
      note: `it's "odd"; drop table people --`,
      settings: { locale: 'en' },
    },
    { id: 2, email: 'zoe@example.com', phone: '+99 1', note: 'line\nbreak \u202E 김민서 👍', settings: {} },
    { id: 4, email: '', phone: '', note: null, settings: null },
  ],
  logs: Array.from({ length: MANY }, (_, index) => ({
    id: MANY - index,
    person: (index % 2) + 1,
    path: `/p/${index}`,
  })),
} as const;

const field = (name: string, more: object = {}) => ({ name, fides_meta: { data_type: 'string', ...more } });
const parsed = parseDataMap({
  dataset: [
    {
      fides_key: 'contract',
      collections: [
        {
          name: 'people',
          fields: [
            field('id', { primary_key: true }),
            field('email'),
            field('phone'),
            field('note'),
            { name: 'settings', fields: [field('locale'), field('token')] },
          ],
        },
        { name: 'logs', fields: [field('id', { primary_key: true }), field('person'), field('path')] },
        { name: 'absent', fields: [field('id', { primary_key: true }), field('gone')] },
      ],
    },
  ],
});
if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
export const contractMap = parsed.map;
const [people, logs] = contractMap.collections;

export function query(
  collection: typeof people,
  where: ReadQuery['where'],
  more: Partial<ReadQuery> = {},
): ReadQuery {
  if (!collection) throw new Error('no such collection in the contract');
  const columns = collection.name === 'people' ? ['id', 'note'] : ['id', 'path'];
  return { collection, columns, keys: [], where, ...more };
}

async function all(connector: Connector, asked: ReadQuery) {
  const batches = await allOf(connector.read(asked));
  return { batches: batches.length, rows: batches.flat() };
}

/** Every connector passes these; `make` opens it over `CONTRACT_ROWS`. */
export function connectorContract(name: string, make: () => Promise<Connector>): void {
  describe(`the ${name} connector`, () => {
    let connector: Connector;
    beforeAll(async () => {
      connector = await make();
    });
    afterAll(() => connector.close());
    const ids = async (where: ReadQuery['where']) =>
      (await all(connector, query(people, where))).rows.map((row) => JSON.parse(row.json).id);

    it('returns the rows that match, in the order of the key, with the columns asked for and no other', async () => {
      const { rows } = await all(
        connector,
        query(people, { field: 'id', match: 'exact', values: ['2', '1'] }),
      );
      expect(rows.map((row) => JSON.parse(row.json))).toEqual([
        { id: 1, note: CONTRACT_ROWS.people[1].note },
        { id: 2, note: CONTRACT_ROWS.people[2].note },
      ]);
    });

    it('gives each row as one line', async () => {
      const { rows } = await all(connector, query(people, { field: 'id', match: 'exact', values: ['2'] }));
      expect(rows[0]?.json).not.toMatch(/[\r\n]/);
    });

    it('gives keys as text beside the row, also of nested fields, and null where there is no value', async () => {
      const asked = query(
        people,
        { field: 'id', match: 'exact', values: ['1', '2', '4'] },
        { keys: ['id', 'phone', 'settings.locale'] },
      );
      const { rows } = await all(connector, asked);
      expect(rows.map((row) => row.keys)).toEqual([
        ['1', null, 'en'],
        ['2', '+99 1', null],
        ['4', '', null],
      ]);
    });

    it('finds an address without regard to case, and a telephone number by its digits', async () => {
      expect(await ids({ field: 'email', match: 'folded', values: ['zoe@example.com'] })).toEqual([2, 3]);
      expect(await ids({ field: 'phone', match: 'digits', values: ['+999123456'] })).toEqual([3]);
    });

    it('finds by a nested field', async () => {
      expect(await ids({ field: 'settings.locale', match: 'exact', values: ['ar'] })).toEqual([3]);
    });

    it('tells case apart where the match is exact', async () => {
      expect(await ids({ field: 'email', match: 'exact', values: ['zoe@example.com'] })).toEqual([2]);
    });

    it('returns nothing for no values, for a value nobody has and for one the column cannot hold', async () => {
      expect(await ids({ field: 'id', match: 'exact', values: [] })).toEqual([]);
      expect(await ids({ field: 'id', match: 'exact', values: ['99'] })).toEqual([]);
      expect(await ids({ field: 'id', match: 'exact', values: ["NW-1'; drop table people; --"] })).toEqual(
        [],
      );
      expect(await ids({ field: 'id', match: 'exact', values: ['99999999999999999999'] })).toEqual([]);
    });

    it('hands on a long source in portions, each row once', async () => {
      const { batches, rows } = await all(
        connector,
        query(logs, { field: 'person', match: 'exact', values: ['1', '2'] }),
      );
      expect(batches).toBeGreaterThan(1);
      expect(rows.map((row) => JSON.parse(row.json).id)).toEqual(
        Array.from({ length: MANY }, (_, index) => index + 1),
      );
    });

    it('can be left in the middle and asked again', async () => {
      const asked = query(logs, { field: 'person', match: 'exact', values: ['1', '2'] });
      for await (const batch of connector.read(asked)) if (batch.length > 0) break;
      expect((await all(connector, asked)).rows).toHaveLength(MANY);
    });

    it('stops when it is told to', async () => {
      const controller = new AbortController();
      const asked = query(
        logs,
        { field: 'person', match: 'exact', values: ['1', '2'] },
        { signal: controller.signal },
      );
      const reading = (async () => {
        for await (const _ of connector.read(asked)) controller.abort(new Error('enough'));
      })();
      await expect(reading).rejects.toThrow('enough');
    });

    it('answers several questions at once', async () => {
      const counts = await Promise.all(
        ['1', '2', '1', '2'].map((value) =>
          all(connector, query(logs, { field: 'person', match: 'exact', values: [value] })),
        ),
      );
      expect(counts.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(2 * MANY);
    });
  });
}
