import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import {
  auditEntries,
  connections,
  organisation,
  outboxMails,
  people,
  requestItems,
  requests,
} from '#db/schema/index.ts';
import { seedDemo } from '#db/seed/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { northwindDatabase } from '#tests/support/northwind.ts';

let habeas: TestDatabase;
let customers: TestDatabase;
let ctx: Ctx;
const remember = vi.fn();

beforeAll(async () => {
  [habeas, customers] = await Promise.all([testDatabase(), northwindDatabase(50)]);
  ctx = actingAs(testContext(habeas.app.db, '2026-11-20T09:00:00Z').ctx, { kind: 'system', name: 'seed' });
});
afterAll(() => Promise.all([habeas.drop(), customers.drop()]));

const seed = (readerUrl = customers.appUrl) =>
  seedDemo({
    ctx,
    remember,
    northwind: { ownerUrl: customers.ownerUrl, readerUrl, readerRole: 'habeas_app' },
  });

test('a start that was cut off before the people were kept leaves nothing half-made', async () => {
  remember.mockImplementationOnce(() => {
    throw new Error('killed');
  });
  await expect(seed()).rejects.toThrow('killed');
  expect(await ctx.db.select().from(organisation)).toEqual([]);
  expect(await ctx.db.select().from(people)).toEqual([]);
});

test('the demo has two officers, an administrator and an auditor, told before they are committed', async () => {
  remember.mockClear();
  await seed();
  const roles = (await ctx.db.select().from(people)).map(({ role }) => role);
  expect(roles.toSorted()).toEqual(['administrator', 'auditor', 'officer', 'officer']);
  expect(remember).toHaveBeenCalledExactlyOnceWith(
    expect.arrayContaining([
      { email: expect.any(String), password: expect.any(String), totpSecret: expect.any(String) },
    ]),
  );
});

test('its requests stand at every stage, under several laws and in three languages', async () => {
  const filed = await ctx.db.select().from(requests);
  const items = await ctx.db.select().from(requestItems);
  expect(new Set(filed.map(({ locale }) => locale))).toEqual(new Set(['en', 'ko', 'ar']));
  expect(new Set(filed.map(({ jurisdiction }) => jurisdiction)).size).toBeGreaterThanOrEqual(4);
  expect(new Set(items.map(({ status }) => status))).toEqual(
    new Set([
      'awaiting-identity',
      'in-progress',
      'awaiting-clarification',
      'fulfilled',
      'refused',
      'withdrawn',
    ]),
  );
  const now = ctx.clock.now().epochMilliseconds;
  const late = items.filter(
    ({ steerAt, status }) => !isClosed(status) && steerAt && steerAt.epochMilliseconds < now,
  );
  expect(late.length).toBeGreaterThanOrEqual(1);
  expect(late.length).toBeLessThan(items.length / 2);
});

test('no mail of the past waits to be sent', async () => {
  expect(
    (await ctx.db.select().from(outboxMails)).filter(({ sentAt, purgedAt }) => !sentAt && !purgedAt),
  ).toEqual([]);
  expect(
    await habeas.app.sql`select from graphile_worker.jobs where task_identifier = 'send_mail'`,
  ).toHaveLength(0);
});

test('seeding again changes nothing but the address of the customers’ database', async () => {
  const counts = async () => [
    await ctx.db.$count(requests),
    await ctx.db.$count(people),
    await ctx.db.$count(auditEntries),
  ];
  const before = await counts();
  await seed();
  expect(await counts()).toEqual(before);
  const moved = customers.appUrl.replace('127.0.0.1', 'localhost');
  await seed(moved);
  const [connection] = await ctx.db.select().from(connections);
  expect(JSON.parse(ctx.vault.open(connection?.configSealed ?? '', 'connections.config'))).toEqual({
    url: moved,
  });
});

test('a database that serves a real organisation is left alone', async () => {
  const real = await testDatabase();
  const theirs = { ...ctx, db: real.app.db };
  await theirs.db
    .insert(organisation)
    .values({ name: 'Somebody', contactEmail: 'dpo@example.org', createdAt: ctx.clock.now() });
  const northwind = { ownerUrl: customers.ownerUrl, readerUrl: customers.appUrl, readerRole: 'habeas_app' };
  await seedDemo({ ctx: theirs, remember, northwind });
  expect(await theirs.db.$count(people)).toBe(0);
  expect(await theirs.db.$count(connections)).toBe(0);
  await real.drop();
});
