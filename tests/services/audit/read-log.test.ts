import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkChain } from '#app/services/audit/check-chain.ts';
import { makeCheckpoint, readCheckpoint } from '#app/services/audit/checkpoint.ts';
import { AUDIT_PAGE, listEntries, readChainState } from '#app/services/audit/list-entries.ts';
import { sealEntries } from '#app/services/audit/seal-entries.ts';
import { verifyLog } from '#app/services/audit/verify-log.ts';
import type { Ctx } from '#app/services/context.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';

let desk: Desk;
let system: Ctx;
beforeAll(async () => {
  desk = await openDesk();
  system = desk.as({ kind: 'system', name: 'habeas audit' });
});
afterAll(() => desk.base.drop());

describe('reading the log', () => {
  it('is for administrator and auditor only', async () => {
    for (const ctx of [desk.ctx, desk.officer, system]) {
      await expect(listEntries(ctx)).rejects.toThrow('staff_role_required');
      await expect(readChainState(ctx)).rejects.toThrow('staff_role_required');
      expect(() => checkChain(ctx)).toThrow('staff_role_required');
    }
    await expect(listEntries(desk.auditor)).resolves.toBeDefined();
    await expect(readChainState(desk.administrator)).resolves.toBeDefined();
  });

  it('shows the newest first, narrowed by request, kind and actor, page by page', async () => {
    const { reference } = await desk.file();
    for (let i = 0; i < 8; i++) await desk.file();
    const all = await listEntries(desk.auditor);
    expect(all.entries).toHaveLength(AUDIT_PAGE);
    expect(all.entries.map(({ id }) => id)).toEqual(all.entries.map(({ id }) => id).sort((a, b) => b - a));
    const second = await listEntries(desk.auditor, { before: all.next });
    expect(second.entries[0]?.id).toBeLessThan(all.entries.at(-1)?.id ?? 0);
    const one = await listEntries(desk.auditor, { reference });
    expect(one.entries.every((entry) => entry.reference === reference)).toBe(true);
    const filed = await listEntries(desk.auditor, { kind: 'request.filed', actorKind: 'anonymous' });
    expect(filed.entries).toHaveLength(9);
    expect((await listEntries(desk.auditor, { reference: 'HB-0000-0000' })).entries).toEqual([]);
  });

  it('tells what is sealed and what waits', async () => {
    expect(await readChainState(desk.auditor)).toMatchObject({ sealed: 0, hash: null });
    while ((await sealEntries(system)) > 0);
    const state = await readChainState(desk.auditor);
    expect([state.unsealed, state.sealed]).toEqual([0, state.entries]);
    expect(await checkChain(desk.auditor)).toMatchObject({ broken: null, sealed: state.sealed });
  });
});

describe('a checkpoint', () => {
  it('is made by the command line only, and read back when we signed it', async () => {
    await expect(makeCheckpoint(desk.administrator)).rejects.toThrow('system_only');
    const jws = await makeCheckpoint(system);
    const state = await readChainState(desk.auditor);
    expect(await readCheckpoint(system, `${jws}\n`)).toEqual({ seq: state.sealed, hash: state.hash });
  });

  it('is refused when a byte of it was changed, or when it is none', async () => {
    const jws = await makeCheckpoint(system);
    const [header, payload, signature] = jws.split('.');
    const forged = Buffer.from(JSON.stringify({ seq: 1, hash: '0'.repeat(64), at: '2026-11-02T09:00:00Z' }));
    await expect(
      readCheckpoint(system, `${header}.${forged.toString('base64url')}.${signature}`),
    ).rejects.toThrow('checkpoint_signature');
    await expect(readCheckpoint(system, `${header}.${payload}`)).rejects.toThrow('checkpoint_signature');
    await expect(readCheckpoint(system, 'nonsense')).rejects.toThrow('checkpoint_signature');
  });

  it('shows that entries were cut off the end, which the chain alone does not', async () => {
    const checkpoint = await readCheckpoint(system, await makeCheckpoint(system));
    const { db } = desk.base.owner;
    await db.execute(sql`alter table audit_seals disable trigger all`).catch(() => undefined);
    await db.execute(sql`alter table audit_seals disable trigger audit_seals_append_only`);
    await db.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`);
    await db.execute(sql`delete from audit_seals where seq > 5`);
    await db.execute(sql`delete from audit_entries where id not in (select entry_id from audit_seals)`);
    expect((await verifyLog(desk.ctx.db)).broken).toBeNull();
    expect((await verifyLog(desk.ctx.db, checkpoint)).broken).toEqual({ at: 'seq:6', reason: 'truncated' });
  });
});
