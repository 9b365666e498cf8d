import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { outboxMails } from '#db/schema/index.ts';
import { TEST_SECRET, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { type TestSmtp, testSmtp } from '#tests/support/smtp-server.ts';
import { addOrganisation, putInOutbox } from '../services/mail/outbox-fixture.ts';

let database: TestDatabase;
let world: ReturnType<typeof testContext>;
let smtp: TestSmtp;
const folder = mkdtempSync(path.join(tmpdir(), 'habeas-worker-'));
const started: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase();
  world = testContext(database.app.db);
  await addOrganisation(world.ctx);
  smtp = await testSmtp();
});
afterEach(async () => {
  for (const child of started.splice(0)) await kill(child);
});
afterAll(async () => {
  await smtp.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** The real worker process, on the test's database and mail server. */
async function startWorker(): Promise<ChildProcess> {
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    SECRET_KEY: TEST_SECRET,
    SMTP_URL: smtp.url,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  };
  const child = fork('app/entry.worker.ts', {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  started.push(child);
  await once(child, 'message');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const sentAt = async (id: string) =>
  (await world.ctx.db.select().from(outboxMails).where(eq(outboxMails.id, id)))[0]?.sentAt;

test('kill -9 between the data and the answer of the server loses no mail, and the copy has the same Message-ID', async () => {
  smtp.answer('hang');
  const row = await putInOutbox(world.ctx);
  const first = await startWorker();
  await vi.waitFor(() => expect(smtp.read).toHaveLength(1), 15_000);
  await kill(first);
  expect(await sentAt(row.id)).toBeNull();

  await startWorker();
  await vi.waitFor(async () => expect(await sentAt(row.id)).not.toBeNull(), {
    timeout: 30_000,
    interval: 200,
  });
  expect(smtp.read).toHaveLength(2);
  const ids = smtp.read.map((raw) => /^message-id: (.*)$/im.exec(raw)?.[1]?.trim());
  expect(ids).toEqual([row.messageId, row.messageId]);
}, 60_000);

test('the worker seals an entry within a second of its commit', async () => {
  await startWorker();
  await putInOutbox(world.ctx);
  const unsealed = () => database.app.sql`
    select from audit_entries e where not exists (select from audit_seals s where s.entry_id = e.id)`;
  await database.app.sql`
    insert into audit_entries (at, kind, actor_kind, data) values (now(), 'settings.changed', 'system', '{}')`;
  await vi.waitFor(async () => expect(await unsealed()).toHaveLength(0), { timeout: 1_000, interval: 20 });
}, 30_000);
