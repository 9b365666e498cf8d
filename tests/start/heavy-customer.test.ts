import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request as send } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deliverPackage } from '#app/services/cases/deliver-package.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { change } from '#app/services/change.ts';
import { systemClock } from '#app/services/clock.ts';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import { startCollection } from '#app/services/collection/start-collection.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { requestPackage } from '#app/services/disclosure/request-package.ts';
import { issueCode } from '#app/services/identity/codes.ts';
import { openSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { openStorage } from '#app/services/storage.ts';
import { buildWhenStale } from '#app/start/build.ts';
import { subjectCookie } from '#app/web/guards.server.ts';
import { freePort } from '#db/embedded/free-port.ts';
import { HEAVY_LOG_ROWS, personas } from '#db/northwind/personas.ts';
import {
  collectionRuns,
  collectionSources,
  outboxMails,
  packages,
  people,
  requestItems,
} from '#db/schema/index.ts';
import { connectCustomer } from '#db/seed/connect-customer.ts';
import { TEST_SECRET, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';
import { makeFolder } from '#tests/support/folder.ts';
import { northwindDatabase } from '#tests/support/northwind.ts';
import { growthDuring } from '#tests/support/resident.ts';
import { workerProcesses } from '#tests/support/worker-process.ts';

const MOST_GROWTH = 120;
const HEAVY_ROWS = Number(process.env.HEAVY_ROWS ?? HEAVY_LOG_ROWS);
/** A file of which a server that ignores its reader's pace would hold the most. */
const LARGE = 200 * 1024 * 1024;
const staff = { kind: 'officer', personId: 'officer-one', role: 'officer' } as const;

const folder = makeFolder('disk');
const workers = workerProcesses(folder);
let habeas: TestDatabase;
let customers: TestDatabase;
let ctx: Ctx;
let officer: Ctx;
let web: ChildProcess;
let address: string;

beforeAll(async () => {
  await buildWhenStale(new AbortController().signal);
  [habeas, customers] = await Promise.all([testDatabase(), northwindDatabase(HEAVY_ROWS)]);
  const base = testContext(habeas.app.db).ctx;
  const storage = await openStorage({ storageUrl: undefined, dataDir: folder, vault: base.vault });
  ctx = actingAs({ ...base, clock: systemClock, storage }, { kind: 'system', name: 'test' });
  officer = actingAs(ctx, staff);
  await connectCustomer(ctx, customers.appUrl);
  const person = { id: staff.personId, role: staff.role, name: 'One', email: 'one@example.org' };
  await ctx.db.insert(people).values(person);
  address = await startWeb();
});
afterAll(async () => {
  await workers.killAll();
  await workers.kill(web);
  await Promise.all([habeas.drop(), customers.drop()]);
  rmSync(folder, { recursive: true });
});

async function startWeb(): Promise<string> {
  const port = String(await freePort());
  const env = {
    ...process.env,
    DATABASE_URL: habeas.appUrl,
    SECRET_KEY: TEST_SECRET,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: port,
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production' as const,
  };
  web = fork('app/entry.http.ts', { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  await once(web, 'message');
  return `http://127.0.0.1:${port}`;
}

type Persona = (typeof personas)['heavy' | 'californian'];

/** Filed, proven by hand; returns what the rest of the way needs. */
async function provenRequest({ accountId, email, fullName }: Persona) {
  const { requestId, reference } = await fileRequest(
    actingAs(ctx, { kind: 'anonymous' }),
    aFiling({ country: 'DE', name: fullName, email }),
  );
  await verifyIdentityByHand(officer, {
    reference,
    method: 'attribute_matching',
    compared: ['email', 'account_id', 'phone', 'signed_declaration'],
    reason: 'Compared with what the account holds.',
    proven: [{ kind: 'account_id', value: accountId }],
  });
  const [item] = await ctx.db.select().from(requestItems).where(eq(requestItems.requestId, requestId));
  return { requestId, reference, itemId: item?.id ?? '', email };
}
type Proven = Awaited<ReturnType<typeof provenRequest>>;

/** The worker collects and builds; the officer does their part in between. */
async function collectAndBuild({ reference, itemId }: Proven): Promise<{ packageId: string; runId: string }> {
  const { runId } = await startCollection(officer, { reference });
  const run = async () => (await ctx.db.select().from(collectionRuns).where(eq(collectionRuns.id, runId)))[0];
  await vi.waitFor(async () => expect((await run())?.status).toBe('collected'), {
    timeout: 90_000,
    interval: 100,
  });
  await reviewCollection(officer, { runId });
  const { packageId } = await requestPackage(officer, { reference, itemId });
  const built = async () => (await ctx.db.select().from(packages).where(eq(packages.id, packageId)))[0];
  await vi.waitFor(async () => expect((await built())?.status).toBe('built'), {
    timeout: 90_000,
    interval: 100,
  });
  return { packageId, runId };
}

/** What the subject's browser sends for the file: the session's cookie and a fresh code. */
async function credentials({ requestId, reference, email }: Proven) {
  const subject = actingAs(ctx, { kind: 'subject', requestId, scope: 'track' });
  const session = await change(subject, async (tx) => {
    const asker = { kind: 'known', id: requestId } as const;
    await issueCode(subject, tx, {
      requestId,
      reference,
      purpose: 'download',
      address: email,
      locale: 'en',
      asker,
    });
    return openSubjectSession(subject, tx, requestId, 'track');
  });
  const mails = await ctx.db
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.requestId, requestId))
    .orderBy(desc(outboxMails.createdAt));
  const params = mails.map(({ paramsSealed }) =>
    JSON.parse(ctx.vault.open(paramsSealed ?? '', 'outbox_mails.params')),
  );
  const { code } = params.find(({ purpose }) => purpose === 'download') as { code: string };
  const bearer = { ctx, request: new Request(address) };
  return { cookie: subjectCookie.write(bearer, session.token).split(';')[0] ?? '', code };
}

/** @param pace milliseconds that the reader rests after each piece of a megabyte */
async function download(proven: Proven, pace: number): Promise<number> {
  const { cookie, code } = await credentials(proven);
  const body = `code=${code}`;
  const headers = {
    Cookie: cookie,
    Origin: address,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': body.length,
  };
  const asked = send(`${address}/track/case/download/1/file`, { method: 'POST', headers }).end(body);
  const [answer] = await once(asked, 'response');
  expect(answer.statusCode, answer.headers.location).toBe(200);
  let bytes = 0;
  let next = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes < next) continue;
    next = bytes + 1_000_000;
    await sleep(pace);
  }
  expect(bytes).toBe(Number(answer.headers['content-length']));
  return bytes;
}

test.skipIf(process.platform !== 'linux')(
  'the heavy customer costs worker and web less than 120 MB, whether the file is read fast or slowly',
  {
    timeout: 240_000,
  },
  async () => {
    const worker = await workers.start(habeas.appUrl);
    const told = (what: string, megabytes: number) => {
      if (process.env.MEASURE) process.stdout.write(`${what}: ${megabytes.toFixed(0)} MB\n`);
      expect(megabytes, what).toBeLessThan(MOST_GROWTH);
    };
    // Once with a light customer, so that what is loaded once is not counted as growth.
    const light = await provenRequest(personas.californian);
    await collectAndBuild(light);
    await deliverPackage(officer, { reference: light.reference, itemId: light.itemId });
    await download(light, 0);

    const heavy = await provenRequest(personas.heavy);
    const made = await growthDuring(worker.pid as number, () => collectAndBuild(heavy));
    const sources = await ctx.db
      .select()
      .from(collectionSources)
      .where(eq(collectionSources.runId, made.result.runId));
    expect(sources.find(({ collection }) => collection === 'access_logs')?.rows).toBe(HEAVY_ROWS);
    told('worker, collection and package', made.megabytes);

    await deliverPackage(officer, { reference: heavy.reference, itemId: heavy.itemId });
    const webPid = web.pid as number;
    told('web, download', (await growthDuring(webPid, () => download(heavy, 0))).megabytes);

    const storageKey = 'package/large';
    const block = randomBytes(64 * 1024);
    const large = async function* () {
      for (let at = 0; at < LARGE; at += block.length) yield block;
    };
    const { bytes } = await ctx.storage.write(storageKey, large());
    await ctx.db.update(packages).set({ storageKey, bytes }).where(eq(packages.id, made.result.packageId));
    told('web, 200 MB read fast', (await growthDuring(webPid, () => download(heavy, 0))).megabytes);
    told('web, 200 MB read slowly', (await growthDuring(webPid, () => download(heavy, 25))).megabytes);
  },
);
