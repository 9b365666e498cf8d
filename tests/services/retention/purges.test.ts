import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { fileName } from '#app/services/mail/mail-transport.ts';
import { resumeMails } from '#app/services/mail/resume-mails.ts';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { saveDraft } from '#app/services/requests/filing-draft.ts';
import { purgeEvidence } from '#app/services/retention/purge-evidence.ts';
import { purgeFailedJobs } from '#app/services/retention/purge-failed-jobs.ts';
import { purgeOutbox } from '#app/services/retention/purge-outbox.ts';
import { purgePackages } from '#app/services/retention/purge-packages.ts';
import { purgePayloads } from '#app/services/retention/purge-payloads.ts';
import { purgeShortLived } from '#app/services/retention/purge-short-lived.ts';
import { addJob } from '#db/queries/add-job.ts';
import {
  attachments,
  auditEntries,
  collectionRuns,
  filingDrafts,
  messages,
  oneTimeCodes,
  outboxMails,
  packages,
  requestItems,
  requests,
  subjectSessions,
} from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';

let database: TestDatabase;
let world: ReturnType<typeof testContext>;
let worker: Ctx;
const start = '2026-01-10T10:00:00Z';

beforeAll(async () => {
  database = await testDatabase();
  world = testContext(database.app.db, start);
  worker = actingAs(world.ctx, { kind: 'system', name: 'purge' });
});
afterAll(() => database.drop());

async function file(part = {}) {
  world.clock.set(start);
  return (await fileRequest(world.ctx, aFiling(part))).requestId;
}
const close = (id: string) =>
  worker.db.update(requests).set({ closedAt: world.clock.now() }).where(eq(requests.id, id));
const closeItems = (id: string) =>
  worker.db.update(requestItems).set({ status: 'withdrawn' }).where(eq(requestItems.requestId, id));
const bytes = (text: string) =>
  (async function* () {
    yield Buffer.from(text);
  })();
const loggedOf = async (requestId: string, kind: string) =>
  (await worker.db.select().from(auditEntries).where(eq(auditEntries.requestId, requestId))).filter(
    (entry) => entry.kind === kind,
  );

async function attach(requestId: string, purpose: 'identity' | 'answer') {
  const storageKey = `attachment/${randomUUID()}`;
  await worker.storage.write(storageKey, bytes('passport'));
  const now = world.clock.now();
  const nameSealed = worker.vault.seal('passport-of-ada.pdf', 'attachments.name');
  const values = {
    requestId,
    purpose,
    storageKey,
    nameSealed,
    mediaType: 'application/pdf',
    bytes: 8,
    uploadedBy: 'subject',
    createdAt: now,
  };
  const [row] = await worker.db.insert(attachments).values(values).returning();
  return row ?? expect.fail();
}

async function addPackage(requestId: string, expiresAt: string) {
  const [item] = await worker.db.select().from(requestItems).where(eq(requestItems.requestId, requestId));
  const now = world.clock.now();
  const [run] = await worker.db
    .insert(collectionRuns)
    .values({ requestId, status: 'collected', startedBy: 'test', queuedAt: now })
    .returning();
  const storageKey = `package/${randomUUID()}`;
  await worker.storage.write(storageKey, bytes('zip'));
  const [row] = await worker.db
    .insert(packages)
    .values({
      requestId,
      itemId: item?.id ?? '',
      runId: run?.id ?? '',
      status: 'built',
      storageKey,
      queuedAt: now,
      expiresAt: Temporal.Instant.from(expiresAt),
    })
    .returning();
  return row ?? expect.fail();
}

test('codes, sessions and drafts leave when their time is over and not before', async () => {
  await file();
  await saveDraft(world.ctx, null, { name: 'Ada' });
  const left = async () => [
    (await worker.db.select().from(oneTimeCodes)).length,
    (await worker.db.select().from(subjectSessions)).length,
    (await worker.db.select().from(filingDrafts)).length,
  ];
  await purgeShortLived(worker);
  expect(await left()).toEqual([1, 1, 1]);
  world.clock.set('2026-01-10T13:00:00Z');
  await purgeShortLived(worker);
  expect(await left()).toEqual([1, 1, 0]);
  world.clock.set('2026-01-11T11:00:00Z');
  expect(await purgeShortLived(worker)).toBeGreaterThan(0);
  expect(await left()).toEqual([0, 0, 0]);
  expect(await purgeShortLived(worker)).toBe(0);
});

test('a mail that was written to a file leaves with its file', async () => {
  const requestId = await file();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'habeas-outbox-'));
  await mkdir(path.join(dataDir, 'outbox'));
  const rows = await worker.db
    .update(outboxMails)
    .set({ sentAt: world.clock.now() })
    .where(eq(outboxMails.requestId, requestId))
    .returning();
  for (const { id, createdAt } of rows)
    await writeFile(path.join(dataDir, 'outbox', fileName({ id, date: createdAt.toString() })), 'a mail');
  expect(await readdir(path.join(dataDir, 'outbox'))).toHaveLength(2);
  world.clock.set(world.clock.now().add({ hours: 31 * 24 }));
  await purgeOutbox({ ...worker, config: { ...worker.config, dataDir } });
  expect(await readdir(path.join(dataDir, 'outbox'))).toEqual([]);
  await rm(dataDir, { recursive: true });
});

test('a sent mail keeps its row and loses address and content after 30 days; an unsent one keeps all', async () => {
  const requestId = await file();
  const rows = () =>
    worker.db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.requestId, requestId))
      .orderBy(outboxMails.kind);
  await worker.db
    .update(outboxMails)
    .set({ sentAt: world.clock.now() })
    .where(sql`${outboxMails.requestId} = ${requestId} and kind = 'code'`);
  world.clock.set('2026-02-09T09:59:00Z');
  expect(await purgeOutbox(worker)).toBe(0);
  world.clock.set('2026-02-09T10:00:00Z');
  expect(await purgeOutbox(worker)).toBe(1);
  expect(await purgeOutbox(worker)).toBe(0);
  const [code, receipt] = await rows();
  expect(code).toMatchObject({
    toSealed: null,
    paramsSealed: null,
    kind: 'code',
    messageId: expect.any(String),
  });
  expect(receipt?.toSealed).not.toBeNull();
});

test('evidence stays while a right of the request is open and leaves with the last, an answer stays', async () => {
  const requestId = await file();
  const passport = await attach(requestId, 'identity');
  const answer = await attach(requestId, 'answer');
  expect(await purgeEvidence(worker, requestId)).toBe(0);
  await closeItems(requestId);
  expect(await purgeEvidence(worker, requestId)).toBe(1);
  expect(await purgeEvidence(worker, requestId)).toBe(0);
  expect(await worker.storage.exists(passport.storageKey)).toBe(false);
  expect(await worker.storage.exists(answer.storageKey)).toBe(true);
  expect(await loggedOf(requestId, 'attachment.purged')).toHaveLength(1);
});

test('a package leaves with the end of its delivery; cut off between file and row, the next run completes it', async () => {
  const requestId = await file();
  const built = await addPackage(requestId, '2026-02-01T00:00:00Z');
  world.clock.set('2026-01-31T23:59:59Z');
  expect(await purgePackages(worker)).toBe(0);
  world.clock.set('2026-02-01T00:00:00Z');
  const dying = {
    ...worker,
    storage: {
      ...worker.storage,
      remove: async (key: string) => {
        await worker.storage.remove(key);
        throw new Error('killed');
      },
    },
  };
  await expect(purgePackages(dying)).rejects.toThrow('killed');
  expect(await purgePackages(worker)).toBe(1);
  expect(await purgePackages(worker)).toBe(0);
  const [row] = await worker.db.select().from(packages).where(eq(packages.id, built.id));
  expect(row).toMatchObject({ status: 'purged', storageKey: null });
  expect(await loggedOf(requestId, 'package.purged')).toHaveLength(1);
});

test('after 24 months the payload of a Californian request is gone and its record stands', async () => {
  const details = { field: 'name', right: 'Ada Lovelace' };
  const requestId = await file({
    country: 'US',
    region: 'US-CA',
    items: [{ right: 'rectification', details }],
  });
  const answer = await attach(requestId, 'answer');
  const body = worker.vault.seal('My maiden name', 'messages.body');
  await worker.db.insert(messages).values({
    requestId,
    kind: 'answer',
    locale: 'en',
    bodySealed: body,
    author: 'subject',
    createdAt: world.clock.now(),
  });
  await close(requestId);
  world.clock.set('2028-01-10T09:59:00Z');
  expect(await purgePayloads(worker)).toBe(0);
  world.clock.set('2028-01-10T10:00:00Z');
  expect(await purgePayloads(worker)).toBe(1);
  expect(await purgePayloads(worker)).toBe(0);
  const [request] = await worker.db.select().from(requests).where(eq(requests.id, requestId));
  expect(request).toMatchObject({
    nameSealed: null,
    emailSealed: null,
    emailIndex: null,
    jurisdiction: 'US-CA',
    reference: expect.any(String),
  });
  const [item] = await worker.db.select().from(requestItems).where(eq(requestItems.requestId, requestId));
  expect(item).toMatchObject({ detailsSealed: null, right: 'rectification', deadline: expect.any(Object) });
  const [message] = await worker.db.select().from(messages).where(eq(messages.requestId, requestId));
  expect(worker.vault.open(message?.bodySealed ?? '', 'messages.body')).toBe('');
  expect(await worker.storage.exists(answer.storageKey)).toBe(false);
  expect(await loggedOf(requestId, 'request.purged')).toHaveLength(1);
});

test('an open request keeps its payload for ever', async () => {
  const requestId = await file();
  world.clock.set('2036-01-10T10:00:00Z');
  await purgePayloads(worker);
  const [request] = await worker.db.select().from(requests).where(eq(requests.id, requestId));
  expect(request?.nameSealed).not.toBeNull();
});

test('a mail whose job died with its worker in the last try is put back into the queue, once', async () => {
  const requestId = await file();
  const jobs = () => database.app.sql`select key, attempts from graphile_worker.jobs where key in (
    select 'mail:' || id from outbox_mails where request_id = ${requestId}) order by key`;
  expect(await resumeMails(worker)).toBe(0);
  await database.app.sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  expect(await jobs()).toHaveLength(0);
  expect(await resumeMails(worker)).toBeGreaterThanOrEqual(2);
  expect(await jobs()).toHaveLength(2);
  expect(await resumeMails(worker)).toBe(0);
});

test('a job that failed for good is taken out of the queue after 30 days', async () => {
  await addJob(worker.db, 'doomed', {}, { maxAttempts: 1 });
  await database.app.sql`select graphile_worker.permanently_fail_jobs(array(
    select id from graphile_worker.jobs where task_identifier = 'doomed'), 'no')`;
  const soon = new Date(Date.now() + 29 * 86_400_000).toISOString();
  world.clock.set(soon);
  expect(await purgeFailedJobs(worker)).toBe(0);
  world.clock.set(new Date(Date.now() + 31 * 86_400_000).toISOString());
  expect(await purgeFailedJobs(worker)).toBe(1);
});
