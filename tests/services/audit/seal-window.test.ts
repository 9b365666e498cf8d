import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealEntries } from '#app/services/audit/seal-entries.ts';
import { verifyLog } from '#app/services/audit/verify-log.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

const sealer = () => testContext(base.app.db).as({ kind: 'system', name: 'sealer' });
const write = (times: number, sql = base.app.sql) => sql`
  insert into audit_entries (at, kind, actor_kind, data)
  select now(), 'settings.changed', 'system', '{"setting":"test"}' from generate_series(1, ${times}::int)`;

/** Writes an entry, lets others write and be sealed behind it, and only then commits. */
async function commitLate(others: number): Promise<void> {
  await base.owner.sql.begin(async (slow) => {
    await write(1, slow as unknown as typeof base.app.sql);
    await write(others);
    expect(await sealEntries(sealer())).toBe(others);
  });
}

test('an entry whose transaction ended after its successors were sealed is sealed by the next quick pass', async () => {
  await commitLate(20);
  expect(await sealEntries(sealer())).toBe(1);
  expect(await verifyLog(base.app.db)).toMatchObject({ sealed: 21, unsealed: 0, broken: null });
});

test('one that was overtaken by thousands waits for a whole pass, and is reported until then', async () => {
  await commitLate(5_100);
  expect(await sealEntries(sealer())).toBe(0);
  expect(await verifyLog(base.app.db)).toMatchObject({ unsealed: 1, broken: null });
  expect(await sealEntries(sealer(), { reach: 'whole' })).toBe(1);
  expect(await verifyLog(base.app.db)).toMatchObject({ sealed: 5_122, unsealed: 0, broken: null });
});
