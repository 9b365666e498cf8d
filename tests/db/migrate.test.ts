import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, needsMigration } from '#db/migrate.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const urls = () => ({ ownerUrl: database.ownerUrl, appUrl: database.appUrl });

test('a migrated database needs nothing, and the application can tell', async () => {
  expect(await needsMigration(database.app.sql)).toBe(false);
  expect(await migrate(urls())).toBe(0);
});

test('from nothing, two migrations at once end with one schema and one set of grants', async () => {
  await database.owner.sql`drop schema drizzle cascade`;
  await database.owner.sql`drop schema public cascade`;
  await database.owner.sql`create schema public`;
  await database.app.sql`drop schema graphile_worker cascade`;
  expect(await needsMigration(database.app.sql)).toBe(true);

  const applied = await Promise.all([migrate(urls()), migrate(urls())]);

  expect(applied.filter((count) => count > 0)).toHaveLength(1);
  expect(await needsMigration(database.app.sql)).toBe(false);
  await database.app.sql`select id from audit_entries`;
});

test('the right to create schemas is lent to the application only while the queue is installed', async () => {
  const [may] = await database.app.sql`select has_database_privilege(current_database(), 'CREATE') as create`;
  expect(may).toEqual({ create: false });
});
