import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startCollection } from '#app/services/collection/start-collection.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { personas } from '#db/northwind/personas.ts';
import { collectionRuns, collectionSources, people, requests } from '#db/schema/index.ts';
import { connectCustomer } from '#db/seed/connect-customer.ts';
import { beginCourse } from '#db/seed/demo-course.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { aFiling } from '#tests/support/filing.ts';
import { northwindDatabase } from '#tests/support/northwind.ts';
import { workerProcesses } from '#tests/support/worker-process.ts';

const HEAVY_ROWS = 60_000;
const officer = { personId: 'officer-one', role: 'officer' as const };
const folder = mkdtempSync(path.join(tmpdir(), 'habeas-collection-'));
const workers = workerProcesses(folder);
let habeas: TestDatabase;
let customers: TestDatabase;
let ctx: Ctx;

beforeAll(async () => {
  [habeas, customers] = await Promise.all([testDatabase(), northwindDatabase(HEAVY_ROWS)]);
  ctx = actingAs(testContext(habeas.app.db).ctx, { kind: 'system', name: 'test' });
  await connectCustomer(ctx, customers.appUrl);
  await ctx.db
    .insert(people)
    .values({ id: officer.personId, role: officer.role, name: 'One', email: 'one@example.org' });
});
afterEach(() => workers.killAll());
afterAll(async () => {
  await Promise.all([habeas.drop(), customers.drop()]);
  rmSync(folder, { recursive: true });
});

const runOf = async (id: string) =>
  (await ctx.db.select().from(collectionRuns).where(eq(collectionRuns.id, id)))[0];
const rowsOf = async (runId: string) => {
  const sources = await ctx.db.select().from(collectionSources).where(eq(collectionSources.runId, runId));
  return sources.find(({ collection }) => collection === 'access_logs')?.rows ?? 0;
};

test('kill -9 in the middle of a collection: the next worker finishes it, with each row once', async () => {
  const { email, accountId, fullName } = personas.heavy;
  const filing = aFiling({ country: 'DE', name: fullName, email, accountId });
  const course = await beginCourse(ctx, filing, 0, [officer, officer]);
  await course.confirm();
  const { runId } = await startCollection(actingAs(ctx, { kind: 'officer', ...officer }), {
    reference: course.reference,
  });

  const first = await workers.start(habeas.appUrl);
  await vi.waitFor(async () => expect(await rowsOf(runId)).toBeGreaterThan(0), {
    timeout: 20_000,
    interval: 10,
  });
  await workers.kill(first);
  expect((await runOf(runId))?.status).toBe('running');

  await workers.start(habeas.appUrl);
  await vi.waitFor(async () => expect((await runOf(runId))?.status).toBe('collected'), {
    timeout: 40_000,
    interval: 200,
  });
  expect(await rowsOf(runId)).toBe(HEAVY_ROWS);
  expect(await ctx.db.$count(requests)).toBe(1);
}, 90_000);
