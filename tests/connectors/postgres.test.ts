import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgresConnector } from '#app/connectors/postgres.ts';
import { allOf } from '#tests/support/all-of.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { CONTRACT_ROWS, connectorContract, contractMap, query } from './contract.ts';

let database: TestDatabase;
const schema = `contract_${randomBytes(4).toString('hex')}`;
const open = (more: object = {}) =>
  postgresConnector({
    key: 'contract',
    url: database.ownerUrl,
    schema,
    statementTimeoutSeconds: 20,
    ...more,
  });

beforeAll(async () => {
  database = await testDatabase();
  const { sql } = database.owner;
  await sql.unsafe(`
    create schema ${schema};
    create table ${schema}.people (id integer primary key, email text, phone text, note text, settings jsonb, secret text);
    create table ${schema}.logs (id bigint primary key, person integer, path varchar(200));
    create table ${schema}.big (id bigint primary key, amount numeric, doc json)`);
  await sql`insert into ${sql(schema)}.people select * from jsonb_populate_recordset(null::${sql(schema)}.people, ${JSON.stringify(CONTRACT_ROWS.people)}::text::jsonb)`;
  await sql`insert into ${sql(schema)}.logs select * from jsonb_populate_recordset(null::${sql(schema)}.logs, ${JSON.stringify(CONTRACT_ROWS.logs)}::text::jsonb)`;
});
afterAll(() => database.drop());

connectorContract('PostgreSQL', async () => open());

describe('the PostgreSQL connector', () => {
  const [people, , absent] = contractMap.collections;
  const one = query(people, { field: 'id', match: 'exact', values: ['1'] });

  it('cannot write, even where the role could', async () => {
    const { sql } = database.owner;
    await sql.unsafe(
      `create function ${schema}.sneak() returns text language sql volatile as $$ delete from ${schema}.people returning 'x' $$`,
    );
    await sql.unsafe(`create view ${schema}.trap as select 1 as id, ${schema}.sneak() as gone`);
    const connector = open();
    const trap = {
      ...query(absent, { field: 'id', match: 'exact', values: ['1'] }),
      columns: ['id', 'gone'],
    };
    await expect(
      allOf(connector.read({ ...trap, collection: { ...trap.collection, name: 'trap' } })),
    ).rejects.toThrow('code 25006');
    await connector.close();
  });

  it('says which table or column the map has and the database has not', async () => {
    const connector = open();
    const missing = query(absent, { field: 'id', match: 'exact', values: ['1'] });
    await expect(allOf(connector.read(missing))).rejects.toMatchObject({
      code: 'missing_collection',
      source: 'contract/absent',
    });
    await expect(allOf(connector.read({ ...one, columns: ['id', 'ghost'] }))).rejects.toThrow(
      'contract/people: has no column "ghost" that this role may read',
    );
    await connector.close();
  });

  it('reports unmapped columns, whose data no request would find', async () => {
    const connector = open();
    expect(await connector.check(contractMap.collections)).toEqual([
      { source: 'contract/people', code: 'unmapped_field', detail: 'secret' },
      { source: 'contract/absent', code: 'missing_collection', detail: 'absent' },
    ]);
    await connector.close();
  });

  it('keeps the digits of numbers that a double cannot hold, and puts a spread out document on one line', async () => {
    await database.owner.sql.unsafe(
      `insert into ${schema}.big values (9007199254740993, 12.50, '{"a":\n "b\\n c"}')`,
    );
    const connector = open();
    const big = {
      ...one,
      columns: ['id', 'amount', 'doc'],
      where: { ...one.where, values: ['9007199254740993'] },
    };
    const rows = await allOf(connector.read({ ...big, collection: { ...big.collection, name: 'big' } }));
    expect(rows.flat()[0]?.json).toBe('{"id":9007199254740993,"amount":12.50,"doc":{"a":  "b\\n c"}}');
    await connector.close();
  });

  it('gives up when a portion takes longer than the connection allows', async () => {
    await database.owner.sql.unsafe(
      `create view ${schema}.slow as select 1 as id, pg_sleep(5)::text as note`,
    );
    const connector = open({ statementTimeoutSeconds: 0.2 });
    await expect(
      allOf(connector.read({ ...one, collection: { ...one.collection, name: 'slow' } })),
    ).rejects.toMatchObject({ code: 'timeout' });
    await connector.close();
  });

  it('says that nothing answers, and neither address nor password', async () => {
    const connector = open({ url: 'postgres://u:s3cret@127.0.0.1:1/x' });
    const failure = await allOf(connector.read(one)).catch((error: Error) => error);
    expect(failure).toMatchObject({
      code: 'unreachable',
      message: 'contract/people: no connection (ECONNREFUSED)',
    });
    await connector.close();
  });
});
