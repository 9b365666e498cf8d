import { afterAll, beforeAll, expect, test } from 'vitest';
import { crontab } from '#app/jobs/crontab.ts';
import { tasks } from '#app/jobs/index.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { auditEntries, auditSeals, outboxMails, requests } from '#db/schema/index.ts';
import { seedDemo } from '#db/seed/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { northwindDatabase } from '#tests/support/northwind.ts';

let habeas: TestDatabase;
let customers: TestDatabase;
let world: ReturnType<typeof testContext>;
let ctx: Ctx;

beforeAll(async () => {
  [habeas, customers] = await Promise.all([testDatabase(), northwindDatabase(50)]);
  world = testContext(habeas.app.db, '2026-11-20T09:00:00Z');
  ctx = actingAs(world.ctx, { kind: 'system', name: 'worker' });
  const northwind = { ownerUrl: customers.ownerUrl, readerUrl: customers.appUrl, readerRole: 'habeas_app' };
  await seedDemo({ ctx, northwind, remember: () => {} });
});
afterAll(() => Promise.all([habeas.drop(), customers.drop()]));

const attempt = { number: 1, last: false, signal: new AbortController().signal };
async function runAll(): Promise<void> {
  for (const { task } of crontab) await tasks[task]?.run(ctx, {}, attempt);
}
const state = async () => ({
  entries: await ctx.db.$count(auditEntries),
  seals: await ctx.db.$count(auditSeals),
  mails: await ctx.db.$count(outboxMails),
  requests: (await ctx.db.select().from(requests).orderBy(requests.id)).map((row) => ({ ...row })),
});

test('every recurring job does its work once, however often it runs at the same moment', async () => {
  world.clock.set('2026-11-20T10:00:00Z');
  await runAll();
  await tasks.seal_stragglers?.run(ctx, {}, attempt);
  const once = await state();
  await runAll();
  expect(await state()).toEqual(once);
});

test('three years on, closed requests are bare records, unproven ones have ended, and a second run finds nothing', async () => {
  world.clock.set('2029-11-20T10:00:00Z');
  await runAll();
  world.clock.set('2029-12-20T10:00:00Z');
  await runAll();
  await tasks.seal_stragglers?.run(ctx, {}, attempt);
  const { requests: rows, entries } = await state();
  const closed = rows.filter(({ closedAt }) => closedAt && closedAt.toString() < '2027');
  expect(closed.length).toBeGreaterThanOrEqual(4);
  for (const row of closed)
    expect(row).toMatchObject({ nameSealed: null, emailSealed: null, emailIndex: null });
  expect(rows.filter(({ contactVerifiedAt, closedAt }) => !contactVerifiedAt && !closedAt)).toEqual([]);
  await runAll();
  expect((await state()).entries).toBe(entries);
});
