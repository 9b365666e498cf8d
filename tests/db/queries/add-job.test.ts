import { afterAll, beforeAll, expect, test } from 'vitest';
import { addJob } from '#db/queries/add-job.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const jobs = (name: string) => database.app.sql`
  select j.payload, t.identifier, j.key, j.run_at, j.max_attempts
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = ${name}`;

test('a job is there when the transaction commits, with its payload as an object', async () => {
  await database.app.db.transaction((tx) =>
    addJob(tx, 'kept', { id: 'a"b', n: 1 }, { jobKey: 'k', runAt: '2030-01-02T03:04:05Z', maxAttempts: 3 }),
  );
  expect(await jobs('kept')).toEqual([
    {
      payload: { id: 'a"b', n: 1 },
      identifier: 'kept',
      key: 'k',
      run_at: '2030-01-02 03:04:05+00',
      max_attempts: 3,
    },
  ]);
});

test('a job of a transaction that fails never existed', async () => {
  const failing = database.app.db.transaction(async (tx) => {
    await addJob(tx, 'lost', {});
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await jobs('lost')).toHaveLength(0);
});

test('a key that waits already is replaced, not doubled', async () => {
  await addJob(database.app.db, 'keyed', { n: 1 }, { jobKey: 'same' });
  await addJob(database.app.db, 'keyed', { n: 2 }, { jobKey: 'same' });
  expect((await jobs('keyed')).map((job) => job.payload)).toEqual([{ n: 2 }]);
});
