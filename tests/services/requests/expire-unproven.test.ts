import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { expireUnproven } from '#app/services/requests/expire-unproven.ts';
import { fileRequest } from '#app/services/requests/file-request.ts';
import { outboxMails, requestItems, requests } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';

let database: TestDatabase;
let world: ReturnType<typeof testContext>;
let worker: Ctx;

beforeAll(async () => {
  database = await testDatabase();
  world = testContext(database.app.db);
  worker = actingAs(world.ctx, { kind: 'system', name: 'expire_unproven' });
});
afterAll(() => database.drop());

const start = '2026-01-01T10:00:00Z';
async function file(part = {}) {
  world.clock.set(start);
  return (await fileRequest(world.ctx, aFiling(part))).requestId;
}
async function runAt(iso: string) {
  world.clock.set(iso);
  return expireUnproven(worker);
}
const statuses = async (requestId: string) =>
  (await worker.db.select().from(requestItems).where(eq(requestItems.requestId, requestId))).map(
    ({ status }) => status,
  );
const mailsOf = async (requestId: string) =>
  (await worker.db.select().from(outboxMails).where(eq(outboxMails.requestId, requestId)))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'receipt' && kind !== 'code');

test('a request that nobody proved is warned of once on day 75 and ends on day 90, with a mail each', async () => {
  const id = await file();
  expect(await runAt('2026-03-17T09:59:00Z')).toEqual({ warned: 0, expired: 0 });
  expect(await runAt('2026-03-17T10:00:00Z')).toEqual({ warned: 1, expired: 0 });
  expect(await runAt('2026-03-17T10:00:00Z')).toEqual({ warned: 0, expired: 0 });
  expect(await runAt('2026-04-01T09:59:00Z')).toEqual({ warned: 0, expired: 0 });
  expect(await runAt('2026-04-01T10:00:00Z')).toEqual({ warned: 0, expired: 1 });
  expect(await runAt('2026-04-01T10:00:00Z')).toEqual({ warned: 0, expired: 0 });
  expect(await statuses(id)).toEqual(['expired']);
  expect(await mailsOf(id)).toEqual(['expiry_warning', 'status']);
});

test('when the worker was down past day 90, the warning comes first and leaves fourteen days', async () => {
  const id = await file();
  expect(await runAt('2026-05-01T03:00:00Z')).toEqual({ warned: 1, expired: 0 });
  expect(await runAt('2026-05-15T02:59:00Z')).toEqual({ warned: 0, expired: 0 });
  expect(await runAt('2026-05-15T03:00:00Z')).toEqual({ warned: 0, expired: 1 });
  expect(await statuses(id)).toEqual(['expired']);
});

test('a proven request never expires, however long it takes', async () => {
  const id = await file();
  await worker.db.update(requests).set({ contactVerifiedAt: world.clock.now() }).where(eq(requests.id, id));
  expect(await runAt('2026-12-01T03:00:00Z')).toEqual({ warned: 0, expired: 0 });
});

test('an opt-out that acts without identity goes on when the rest of its request expires', async () => {
  const items = [
    { right: 'optout_sale' as const, details: {} },
    { right: 'access' as const, details: {} },
  ];
  const id = await file({ country: 'US', region: 'US-CA', items });
  await runAt('2026-03-18T03:00:00Z');
  await runAt('2026-04-02T03:00:00Z');
  expect((await statuses(id)).toSorted()).toEqual(['expired', 'in-progress']);
});
