import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealEntries } from '#app/services/audit/seal-entries.ts';
import { people } from '#db/schema/index.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SECRET = 'a test secret of more than thirty-two characters';
let desk: Desk;
let folder: string;
beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(path.join(tmpdir(), 'habeas-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.base.drop();
});

/** Runs a verb as an operator would, against the test's database. */
function habeas(
  argv: readonly string[],
  stdin = '',
): Promise<{ code: number | null; out: string; err: string }> {
  const env = {
    ...process.env,
    DATABASE_URL: desk.base.appUrl,
    SECRET_KEY: SECRET,
    DEMO: '0',
    DATA_DIR: folder,
  };
  const child = spawn(process.execPath, [path.join(root, 'app/entry.cli.ts'), ...argv], { cwd: root, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(stdin);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const add = (...argv: string[]) =>
  habeas(['user', 'add', ...argv, '--password-stdin'], 'a password that is long\n');

describe('habeas user add', () => {
  it('lets somebody sign in and prints the secret of the second factor once', async () => {
    const { code, out, err } = await add('--email', 'Ops@Example.org', '--role', 'auditor');
    expect([code, out.split('\n')[0]]).toEqual([0, 'ADDED ops@example.org']);
    expect(out).toMatch(/^TOTP [A-Z2-7]{32}$/m);
    expect(out).toMatch(/^URI otpauth:\/\/totp\/Habeas:ops%40example\.org\?secret=/m);
    expect(out + err).not.toContain('a password that is long');
    expect(await desk.ctx.db.$count(people, sql`email = 'ops@example.org' and role = 'auditor'`)).toBe(1);
  });

  it('says in one line which argument is wrong, and what was expected', async () => {
    const line = async (...argv: string[]) => {
      const { code, err } = await add(...argv);
      return [code, err.trim()];
    };
    expect(await line('--email', 'ops@example.org', '--role', 'auditor')).toEqual([
      1,
      '--email: ops@example.org has an account already, expected another address',
    ]);
    expect(await line('--email', 'b@example.org', '--role', 'king')).toEqual([
      1,
      '--role: not accepted, expected officer, administrator or auditor',
    ]);
    expect((await habeas(['user', 'add', '--email', 'b@example.org'])).code).toBe(2);
  });

  it('refuses a short password', async () => {
    const argv = ['user', 'add', '--email', 'c@example.org', '--role', 'officer', '--password-stdin'];
    const { code, err } = await habeas(argv, 'short');
    expect([code, err.trim()]).toEqual([1, '--password: not accepted, expected 12 to 128 characters']);
  });
});

describe('habeas audit', () => {
  it('tells what is not sealed on stderr, says OK, and makes a checkpoint to verify against', async () => {
    const before = await habeas(['audit', 'verify']);
    expect([before.code, before.out]).toEqual([0, 'OK entries=1 sealed=0\n']);
    expect(before.err).toContain('not sealed yet: 1');
    await desk.file();
    while ((await sealEntries(desk.as({ kind: 'system', name: 'sealer' }))) > 0);
    const made = await habeas(['audit', 'checkpoint']);
    expect(made.code).toBe(0);
    writeFileSync(path.join(folder, 'checkpoint.jws'), made.out);
    const after = await habeas(['audit', 'verify', '--checkpoint', path.join(folder, 'checkpoint.jws')]);
    expect(after.out).toMatch(/^OK entries=\d+ sealed=\d+\n$/);
  });

  it('refuses a checkpoint that is not ours or cannot be read, and a wrong call', async () => {
    writeFileSync(path.join(folder, 'bad.jws'), 'eyJhbGciOiJFZERTQSJ9.e30.AAAA');
    const bad = await habeas(['audit', 'verify', '--checkpoint', path.join(folder, 'bad.jws')]);
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('is refused (checkpoint_signature)')]);
    expect((await habeas(['audit', 'verify', '--checkpoint', '/nowhere'])).err).toContain('ENOENT');
    expect((await habeas(['audit'])).code).toBe(2);
    expect((await habeas(['audit', 'prune'])).code).toBe(2);
  });

  it('names the entry that was changed behind its back, and exits with 1', async () => {
    const { db } = desk.base.owner;
    await db.execute(sql`alter table audit_entries disable trigger audit_entries_append_only`);
    await db.execute(sql`update audit_entries set kind = 'person.signed_in' where id = 1`);
    const { code, out } = await habeas(['audit', 'verify']);
    expect([code, out]).toEqual([1, 'BROKEN at=1 reason=entry-changed\n']);
  });
});
