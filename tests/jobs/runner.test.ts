import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { declareJob, type JobDeclaration, type LoopDeclaration } from '#app/jobs/job-declaration.ts';
import { type Runner, startRunner } from '#app/jobs/runner.ts';
import type { Ctx } from '#app/services/context.ts';
import { addJob } from '#db/queries/add-job.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;
let runner: Runner | undefined;
const logged: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await runner?.stop();
  runner = undefined;
});
afterAll(() => database.drop());

async function serve(tasks: Record<string, JobDeclaration>, loops: Record<string, LoopDeclaration> = {}) {
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  runner = await startRunner({
    databaseUrl: database.appUrl,
    tasks,
    loops,
    crontab: [],
    lookEvery: 500,
    ctxFor: (name) => ({ log, actor: { kind: 'system', name } }) as Ctx,
  });
}

const waiting = (name: string) => database.app.sql`
  select attempts, last_error, locked_by from graphile_worker.jobs where task_identifier = ${name}`;

test('a job gets the world on behalf of the system, its parsed payload and the number of the try', async () => {
  const seen = vi.fn();
  await serve({
    greet: declareJob({
      payload: z.strictObject({ id: z.number() }),
      run: async (ctx, payload, attempt) => seen(ctx.actor, payload, attempt.number, attempt.last),
    }),
  });
  await addJob(database.app.db, 'greet', { id: 7 }, { maxAttempts: 1 });
  await vi.waitFor(
    () => expect(seen).toHaveBeenCalledWith({ kind: 'system', name: 'greet' }, { id: 7 }, 1, true),
    5000,
  );
});

test('a payload of another shape never reaches the job', async () => {
  const seen = vi.fn();
  await serve({
    strict: declareJob({ payload: z.strictObject({ id: z.number() }), run: async () => seen() }),
  });
  await addJob(database.app.db, 'strict', { id: 'seven' }, { maxAttempts: 1 });
  await vi.waitFor(async () => expect((await waiting('strict'))[0]?.attempts).toBe(1), 5000);
  expect(seen).not.toHaveBeenCalled();
});

test('what a server answered about a person is neither logged nor kept in the queue', async () => {
  const refused = Object.assign(new Error('550 <someone@example.org> unknown'), { code: 'EENVELOPE' });
  await serve({ post: declareJob({ payload: z.object({}), run: () => Promise.reject(refused) }) });
  await addJob(database.app.db, 'post', {});
  await vi.waitFor(async () => expect((await waiting('post'))[0]?.last_error).toContain('EENVELOPE'), 5000);
  expect((await waiting('post'))[0]?.last_error).not.toContain('someone@');
  expect(logged.join('')).toContain('EENVELOPE');
  expect(logged.join('')).not.toContain('someone@');
});

test('stopping tells a running job, and lets it end', async () => {
  let ended = false;
  let started = false;
  await serve({
    long: declareJob({
      payload: z.object({}),
      run: async (_ctx, _payload, { signal }) => {
        started = true;
        await sleep(60_000, undefined, { signal }).catch(() => {});
        ended = true;
      },
    }),
  });
  await addJob(database.app.db, 'long', {});
  await vi.waitFor(() => expect(started).toBe(true), 5000);
  await runner?.stop();
  expect(ended).toBe(true);
});

test('a loop goes on after a turn that failed', async () => {
  let turns = 0;
  await serve({}, { tick: { every: 5, run: async () => Promise.reject(new Error(String(turns++))) } });
  await vi.waitFor(() => expect(turns).toBeGreaterThan(2), 5000);
});

test('the job of a worker that was killed is done by another within seconds', async () => {
  const seen = vi.fn();
  await addJob(database.app.db, 'orphan', {});
  await database.app.sql`
    update graphile_worker._private_jobs set locked_by = 'worker-that-died', locked_at = now() - interval '4 seconds', attempts = 1
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'orphan')`;
  await serve({ orphan: declareJob({ payload: z.object({}), run: async () => seen() }) });
  await vi.waitFor(() => expect(seen).toHaveBeenCalled(), 15_000);
});

test('the job of a worker that lives is left to it, however long it takes', async () => {
  let runs = 0;
  await serve({
    slow: declareJob({
      payload: z.object({}),
      run: async (_ctx, _payload, { signal }) => {
        runs++;
        await sleep(60_000, undefined, { signal }).catch(() => {});
      },
    }),
  });
  await addJob(database.app.db, 'slow', {});
  await sleep(5_500);
  expect(runs).toBe(1);
});
