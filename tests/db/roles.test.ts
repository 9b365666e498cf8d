import { afterAll, beforeAll, expect, test } from 'vitest';
import { excessPower, refuseExcessPower } from '#db/roles.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const auditTables = () => database.owner.sql<{ name: string }[]>`
  select relname as name from pg_class where relname like 'audit\\_%' and relkind = 'r'`;

test('the application may add to and read every audit table', async () => {
  const tables = await auditTables();
  expect(tables.length).toBeGreaterThan(1);
  for (const { name } of tables) {
    const [may] = await database.app.sql`
      select has_table_privilege(${name}, 'INSERT') as insert, has_table_privilege(${name}, 'SELECT') as select`;
    expect(may).toEqual({ insert: true, select: true });
  }
});

test.each([
  'update % set {column} = {column}',
  'delete from %',
  'truncate %',
  'alter table % disable trigger all',
  'drop table %',
])('the application is refused "%s" on every audit table', async (statement) => {
  for (const { name } of await auditTables()) {
    const [plain] = await database.owner.sql<{ column: string }[]>`
      select column_name as column from information_schema.columns
      where table_name = ${name} and is_identity = 'NO' limit 1`;
    const asked = statement.replace('%', name).replaceAll('{column}', plain?.column ?? '');
    await expect(database.app.sql.unsafe(asked)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the application owns the job queue, so add_job works inside its transactions', async () => {
  const [queue] = await database.app.sql`
    select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = 'graphile_worker'`;
  expect(queue?.owner).toBe('habeas_app');
  const [job] = await database.app
    .sql`select id from graphile_worker.add_job('some_task', '{"id": 1}'::json)`;
  expect(Number(job?.id)).toBeGreaterThan(0);
});

test('the application cannot create a schema or a table outside the queue', async () => {
  await expect(database.app.sql`create schema other`).rejects.toMatchObject({ code: '42501' });
  await expect(database.app.sql`create table public.other ()`).rejects.toMatchObject({ code: '42501' });
});

test('the application role has no power that would get past the append-only log', async () => {
  expect(await excessPower(database.app.sql)).toBeUndefined();
});

test('a role that owns the audit tables is refused by name', async () => {
  await expect(refuseExcessPower(database.owner.sql)).rejects.toThrow(
    /role "habeas_owner" owns the audit tables/,
  );
});

test('a role that was granted DELETE on the log is refused', async () => {
  await database.owner.sql`grant delete on audit_entries to habeas_app`;
  expect(await excessPower(database.app.sql)).toMatchObject({
    role: 'habeas_app',
    power: expect.stringContaining('DELETE'),
  });
  await database.owner.sql`revoke delete on audit_entries from habeas_app`;
});
