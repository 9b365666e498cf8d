import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { outboxMails } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { type TestSmtp, testSmtp } from '#tests/support/smtp-server.ts';
import { workerProcesses } from '#tests/support/worker-process.ts';
import { addOrganisation, putInOutbox } from '../services/mail/outbox-fixture.ts';

let database: TestDatabase;
let world: ReturnType<typeof testContext>;
let smtp: TestSmtp;
const folder = mkdtempSync(path.join(tmpdir(), 'habeas-worker-'));
const workers = workerProcesses(folder);

beforeAll(async () => {
  database = await testDatabase();
  world = testContext(database.app.db);
  await addOrganisation(world.ctx);
  smtp = await testSmtp();
});
afterEach(() => workers.killAll());
afterAll(async () => {
  await smtp.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const sentAt = async (id: string) =>
  (await world.ctx.db.select().from(outboxMails).where(eq(outboxMails.id, id)))[0]?.sentAt;

test('kill -9 between the data and the answer of the server loses no mail, and the copy has the same Message-ID', async () => {
  smtp.answer('hang');
  const row = await putInOutbox(world.ctx);
  const first = await workers.start(database.appUrl, { SMTP_URL: smtp.url });
  await vi.waitFor(() => expect(smtp.read).toHaveLength(1), 15_000);
  await workers.kill(first);
  expect(await sentAt(row.id)).toBeNull();

  await workers.start(database.appUrl, { SMTP_URL: smtp.url });
  await vi.waitFor(async () => expect(await sentAt(row.id)).not.toBeNull(), {
    timeout: 30_000,
    interval: 200,
  });
  expect(smtp.read).toHaveLength(2);
  const ids = smtp.read.map((raw) => /^message-id: (.*)$/im.exec(raw)?.[1]?.trim());
  expect(ids).toEqual([row.messageId, row.messageId]);
}, 60_000);

test('a mail server that refuses and then hangs up is tried again by the worker until it takes the mail', async () => {
  smtp.answer('later', 'drop');
  world.clock.set(world.clock.now().add({ seconds: 1 }));
  const row = await putInOutbox(world.ctx);
  await workers.start(database.appUrl, { SMTP_URL: smtp.url });
  await vi.waitFor(async () => expect(await sentAt(row.id)).not.toBeNull(), {
    timeout: 40_000,
    interval: 200,
  });
  const [kept] = await world.ctx.db.select().from(outboxMails).where(eq(outboxMails.id, row.id));
  expect(kept).toMatchObject({ attempts: 3, lastFailure: null, gaveUpAt: null });
  expect(smtp.accepted.filter((raw) => raw.includes(row.messageId))).toHaveLength(1);
}, 60_000);

test('the worker seals an entry within a second of its commit', async () => {
  await workers.start(database.appUrl, { SMTP_URL: smtp.url });
  const { sql } = database.app;
  const unsealed = () =>
    sql`select from audit_entries e where not exists (select from audit_seals s where s.entry_id = e.id)`;
  const settled = () =>
    vi.waitFor(async () => expect(await unsealed()).toHaveLength(0), { timeout: 20_000, interval: 20 });
  await settled();
  const delays: number[] = [];
  for (let n = 0; n < 5; n++) {
    const [entry] = await sql`
      insert into audit_entries (at, kind, actor_kind, data)
      values (clock_timestamp(), 'settings.changed', 'system', '{}') returning id`;
    await settled();
    const [row] = await sql`
      select extract(epoch from s.sealed_at - e.at)::float8 as delay
      from audit_seals s join audit_entries e on e.id = s.entry_id where e.id = ${entry?.id}`;
    delays.push(row?.delay);
  }
  // The best of five: a machine that is busy with other things may hold any one of them up.
  expect(Math.min(...delays)).toBeLessThan(1);
}, 120_000);
