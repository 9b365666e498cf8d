import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BATCH_LINES } from '#app/services/policy/notify-list.ts';
import { outboxMails, policyNotices } from '#db/schema/index.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';
import { type Line, listOf, publish } from '#tests/services/policy/world.ts';
import { TEST_SECRET } from '#tests/support/context.ts';

const root = path.resolve(import.meta.dirname, '../..');
let desk: Desk;
let folder: string;
let published = 0;
let version: string;
beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(path.join(tmpdir(), 'habeas-policy-'));
});
beforeEach(async () => {
  published += 1;
  version = await publish(desk, { name: `v${published}`, effectiveFrom: '2099-01-01' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.base.drop();
});

/** Starts `habeas policy ...` as an operator would, against the test's database. */
function start(...argv: string[]) {
  return startWith({}, ...argv);
}

function startWith(more: Record<string, string>, ...argv: string[]) {
  const env = {
    ...process.env,
    DATABASE_URL: desk.base.appUrl,
    SECRET_KEY: TEST_SECRET,
    DEMO: '0',
    DATA_DIR: folder,
    ...more,
  };
  const child = spawn(process.execPath, [path.join(root, 'app/entry.cli.ts'), 'policy', ...argv], {
    cwd: root,
    env,
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return { child, ended };
}

const notify = (...argv: string[]) => start('notify', version, ...argv).ended;

function fileOf(lines: readonly (Line | string)[]): string {
  const file = path.join(folder, `${version}.ndjson`);
  writeFileSync(file, listOf(lines));
  return file;
}

const people = (count: number): Line[] =>
  Array.from({ length: count }, (_, n) => ({
    email: `p${n}@example.org`,
    country: ['PH', 'TH', 'EG', 'KR'][n % 4] ?? 'KR',
  }));

const toldSoFar = () =>
  desk.base.owner.sql<{ n: number }[]>`
    select count(*)::int as n from policy_notices n join policy_versions v on v.id = n.version_id
    where v.name = ${version}`.then(([row]) => row?.n ?? 0);

describe('habeas policy notify', () => {
  it('tells everybody on the list, says how many, and exits 0', async () => {
    const { code, out, err } = await notify(fileOf(people(3)));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`NOTIFIED version=${version} lines=3 told=3 already=0 refused=0\n`);
  });

  it('names each refused line with place, value and expectation, tells the others and exits 1', async () => {
    const list = fileOf([
      { email: 'maria@example.org', country: 'PH' },
      { email: 'somchai@', country: 'TH' },
      '{}',
    ]);
    const { code, out, err } = await notify(list);
    expect(code).toBe(1);
    expect(out).toContain('lines=3 told=1 already=0 refused=2');
    expect(err.trim().split('\n')).toEqual([
      'line 2 email: got a text of 8 characters, expected one e-mail address of at most 254 characters',
      'line 3 email: got nothing, expected one e-mail address of at most 254 characters',
    ]);
    expect(err).not.toContain('somchai');
  });

  it('names a hundred refused lines at most and counts the rest', async () => {
    const { err } = await notify(fileOf(Array.from({ length: 130 }, () => '[]')));
    expect(err.trim().split('\n')).toHaveLength(101);
    expect(err).toContain('and 30 more lines');
  });

  it('only checks with --check', async () => {
    const { code, out } = await notify(fileOf(people(2)), '--check');
    expect({ code, out }).toEqual({ code: 0, out: `CHECKED version=${version} lines=2 refused=0\n` });
    expect(await toldSoFar()).toBe(0);
  });

  it('says in one line what is wrong with its arguments', async () => {
    const list = fileOf([]);
    expect(await start('notify').ended).toMatchObject({ code: 2, err: expect.stringMatching(/^usage: /) });
    expect(await start('publish', version, list).ended).toMatchObject({ code: 2 });
    expect(await start('notify', 'no-such', list).ended).toEqual({
      code: 1,
      out: '',
      err: 'VERSION: no-such is not published, expected the name of a version on the desk\n',
    });
    expect(await notify(path.join(folder, 'gone.ndjson'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^\S+gone\.ndjson: cannot be read \(ENOENT\), expected .+\n$/),
    });
    expect(await notify(folder)).toMatchObject({
      code: 1,
      err: `${folder}: cannot be read (EISDIR), expected a list of addresses in NDJSON\n`,
    });
  });

  it('refuses bytes that are no UTF-8 in one line', async () => {
    const file = path.join(folder, 'latin1.ndjson');
    writeFileSync(file, Buffer.from('{"email":"m\xfcller@example.org"}\n', 'latin1'));
    expect(await notify(file)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^\S+: holds bytes [^\n]+\n$/),
    });
  });

  it('killed midway and run again, tells everybody once and mails nobody twice', async () => {
    const total = 6 * BATCH_LINES + 7;
    const list = fileOf(people(total));
    const mailsBefore = await desk.ctx.db.$count(outboxMails);
    const first = start('notify', version, list);
    await waitUntil(first.child, async () => (await toldSoFar()) > 0);
    first.child.kill('SIGKILL');
    await first.ended;
    const told = await toldSoFar();
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(total);
    expect(told % BATCH_LINES).toBe(0);
    const { out } = await notify(list);
    expect(out).toBe(
      `NOTIFIED version=${version} lines=${total} told=${total - told} already=${told} refused=0\n`,
    );
    expect(await toldSoFar()).toBe(total);
    expect((await desk.ctx.db.$count(outboxMails)) - mailsBefore).toBe(total);
    // Each notice has its mail, and each mail its job.
    const [orphans] = await desk.base.app.sql<{ n: number }[]>`
      select count(*)::int as n from policy_notices n
      left join outbox_mails m on m.id = n.mail_id
      left join graphile_worker.jobs j on j.key = 'mail:' || m.id
      where j.id is null`;
    expect(orphans?.n).toBe(0);
  }, 120_000);

  it('reads a list of 100,000 lines, one of them without an end, in constant memory', async () => {
    const file = path.join(folder, 'long.ndjson');
    const out = createWriteStream(file);
    for (let n = 0; n < 100; n++) out.write(listOf(people(1000)));
    for (let n = 0; n < 64; n++) out.write('x'.repeat(1_000_000));
    out.end('\n{"email":"last@example.org","country":"PH","locale":"en"}\n');
    await once(out, 'close');
    // With so little memory the whole list, or the line without an end, would not fit.
    const tight = { NODE_OPTIONS: '--max-old-space-size=64' };
    const { err, out: said } = await startWith(tight, 'notify', version, file, '--check').ended;
    expect(said).toBe(`CHECKED version=${version} lines=100002 refused=1\n`);
    expect(err).toContain('line 100001 (line): got more than 4096 characters, expected at most 4096');
  }, 60_000);
});

/** Asks again and again until it is so, or the process has ended. */
async function waitUntil(child: ChildProcess, so: () => Promise<boolean>): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await so().catch(() => false)) return;
    await sleep(20);
  }
}

it('no notice is left without its mail', async () => {
  const mails = new Set(
    (await desk.ctx.db.select({ id: outboxMails.id }).from(outboxMails)).map(({ id }) => id),
  );
  const notices = await desk.ctx.db.select({ mailId: policyNotices.mailId }).from(policyNotices);
  expect(notices.filter(({ mailId }) => !mails.has(mailId))).toEqual([]);
});
