import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealEntries } from '#app/services/audit/seal-entries.ts';
import { verifyLog } from '#app/services/audit/verify-log.ts';
import { change } from '#app/services/change.ts';
import { auditEntries, outboxMails } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

const requestId = '00000000-0000-4000-8000-000000000001';
let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

function write(times: number) {
  const { ctx } = testContext(base.app.db);
  return change(ctx, async (tx) => {
    for (let i = 0; i < times; i++)
      await tx.audit({ kind: 'code.issued', requestId, data: { purpose: 'verify' } });
  });
}

function sealer() {
  return testContext(base.app.db).as({ kind: 'system', name: 'sealer' });
}

describe('the audit log in the database', () => {
  it('seals what was committed, in order, and the chain holds', async () => {
    await write(3);
    expect(await verifyLog(base.app.db)).toMatchObject({ entries: 3, sealed: 0, unsealed: 3, broken: null });
    expect(await sealEntries(sealer())).toBe(3);
    expect(await verifyLog(base.app.db)).toEqual({ entries: 3, sealed: 3, unsealed: 0, broken: null });
  });

  it('numbers each entry once when several sealers run at the same time', async () => {
    await write(50);
    const counts = await Promise.all([1, 2, 3, 4].map(() => sealEntries(sealer())));
    expect(counts.reduce((sum, n) => sum + n)).toBe(50);
    expect(await verifyLog(base.app.db)).toMatchObject({ sealed: 53, unsealed: 0, broken: null });
  });

  it('keeps nothing of a change whose audit entry cannot be written', async () => {
    const { ctx } = testContext(base.app.db);
    const before = await base.app.db.$count(outboxMails);
    const failing = change(ctx, async (tx) => {
      await tx.mail({ kind: 'status', locale: 'en', to: 'someone@example.org' });
      await tx.audit({ kind: 'code.issued', requestId, data: { purpose: 'free text, refused' } });
    });
    await expect(failing).rejects.toThrow('short identifier');
    expect(await base.app.db.$count(outboxMails)).toBe(before);
  });

  it('refuses the application every way to change an entry or to switch off its guard', async () => {
    const { db } = base.app;
    const attempts = [
      sql`update audit_entries set kind = 'x'`,
      sql`delete from audit_entries`,
      sql`truncate audit_entries cascade`,
      sql`update audit_seals set hash = 'x'`,
      sql`delete from audit_seals`,
      sql`alter table audit_entries disable trigger all`,
      sql`drop trigger audit_entries_append_only on audit_entries`,
      sql`set session_replication_role = replica`,
      sql`drop table audit_entries cascade`,
      sql`create or replace function refuse_audit_change() returns trigger language plpgsql as 'begin return new; end'`,
    ];
    for (const attempt of attempts) {
      const refusal = await db.execute(attempt).then(
        () => 'it was done',
        (error: Error) => String(error.cause ?? error),
      );
      expect(refusal).toMatch(/permission denied|must be owner/);
    }
    expect(await verifyLog(db)).toMatchObject({ broken: null });
  });

  it('refuses a change even to the owner, and names the entry when the owner takes the guard away', async () => {
    const { db } = base.owner;
    const guarded = await db
      .execute(sql`update audit_entries set kind = 'x' where id = 2`)
      .catch((e: Error) => String(e.cause));
    expect(guarded).toContain('append-only');
    await db.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`);
    await db.execute(sql`update audit_entries set data = '{"purpose":"track"}' where id = 2`);
    expect((await verifyLog(base.app.db)).broken).toEqual({ at: '2', reason: 'entry-changed' });
    await db.execute(sql`delete from audit_entries where id = 2`);
    expect((await verifyLog(base.app.db)).broken).toEqual({ at: '2', reason: 'entry-missing' });
  });

  it('writes the time of an entry as it reads it back, so that a hash survives the database', async () => {
    const [row] = await base.app.db.select().from(auditEntries).limit(1);
    expect(row?.at.toString()).toBe('2026-11-02T09:00:00Z');
  });
});
