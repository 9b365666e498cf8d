import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CronItem,
  Logger,
  parseCronItems,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Ctx } from '#app/services/context.ts';
import { connect } from '#db/client.ts';
import { summariseFailure } from './failure.ts';
import type { JobDeclaration, LoopDeclaration } from './job-declaration.ts';
import { announceWorkers, jobsOfTheDead } from './worker-liveness.ts';

export interface RunnerOptions {
  /** Role `habeas_app`. */
  databaseUrl: string;
  tasks: Record<string, JobDeclaration>;
  crontab: CronItem[];
  loops: Record<string, LoopDeclaration>;
  /** The world on behalf of the job of that name. */
  ctxFor: (name: string) => Ctx;
  /** Jobs at the same time. Default 4. */
  concurrency?: number;
  /** Milliseconds between two looks for jobs of workers that died. Default 4000. */
  lookEvery?: number;
}

export interface Runner {
  /** Lets running jobs end or reach a resting point, for at most `limit` milliseconds; the rest is tried again later. */
  stop: (limit?: number) => Promise<void>;
  /** Rejects when the queue can no longer be served. */
  ended: Promise<void>;
}

const stopLimit = 5_000;

/** Serves the job queue until stopped. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { databaseUrl, ctxFor } = options;
  const log = ctxFor('runner').log;
  const events = new EventEmitter() as WorkerEvents;
  const liveness = announceWorkers(databaseUrl);
  const stopping = new AbortController();
  events.on('pool:create', ({ workerPool }) => void liveness.add(workerPool.id));

  const runner = await run({
    connectionString: databaseUrl,
    concurrency: options.concurrency ?? 4,
    taskList: toTaskList(options.tasks, ctxFor, stopping.signal),
    parsedCronItems: parseCronItems(options.crontab),
    events,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: new Logger(() => () => {}),
  });

  const sql = connect(databaseUrl, { max: 1, applicationName: 'habeas runner' });
  const freeJobs = jobsOfTheDead(sql);
  const turns = [
    loop(
      { every: options.lookEvery ?? 4_000, run: async () => void (await freeJobs()) },
      ctxFor('runner'),
      stopping.signal,
    ),
    ...Object.entries(options.loops).map(([name, declared]) => loop(declared, ctxFor(name), stopping.signal)),
  ];

  return {
    ended: runner.promise,
    stop: async (limit = stopLimit) => {
      stopping.abort();
      const all = Promise.all([runner.stop().catch(() => {}), ...turns]);
      await Promise.race([all, sleep(limit, undefined, { ref: false })]);
      await Promise.all([liveness.close(), sql.end({ timeout: 1 })]);
      log.info('worker stopped');
    },
  };
}

function toTaskList(
  tasks: Record<string, JobDeclaration>,
  ctxFor: (name: string) => Ctx,
  signal: AbortSignal,
): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, job]) => [
      name,
      async (given, { job: row }) => {
        const ctx = ctxFor(name);
        const attempt = { number: row.attempts, last: row.attempts >= row.max_attempts, signal };
        const started = performance.now();
        try {
          await job.run(ctx, job.payload.parse(withoutCron(given)), attempt);
          ctx.log.debug(
            { job: name, jobId: row.id, ms: Math.round(performance.now() - started) },
            'job done',
          );
        } catch (error) {
          const failure = summariseFailure(error);
          ctx.log[attempt.last ? 'error' : 'warn'](
            { job: name, jobId: row.id, try: row.attempts, failure },
            'job failed',
          );
          // graphile-worker keeps the message in the queue: it gets the summary, not what a server answered.
          throw new Error(Object.values(failure).join(' '));
        }
      },
    ]),
  );
}

/** graphile-worker adds the time of the turn to the payload of a recurring job. */
function withoutCron(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || !('_cron' in payload)) return payload;
  const { _cron, ...rest } = payload;
  return rest;
}

async function loop(declared: LoopDeclaration, ctx: Ctx, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await declared.run(ctx);
    } catch (error) {
      if (!signal.aborted)
        ctx.log.warn({ failure: summariseFailure(error) }, 'a turn failed; the next follows');
    }
    await sleep(declared.every, undefined, { signal }).catch(() => {});
  }
}
