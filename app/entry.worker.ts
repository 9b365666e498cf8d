/** The worker process: serves the job queue. Started by `entry.start.ts`, or alone beside other machines' web. */
import { readEnv } from './config/env.ts';
import { createLog } from './config/log.ts';
import { crontab } from './jobs/crontab.ts';
import { loops, tasks } from './jobs/index.ts';
import { startRunner } from './jobs/runner.ts';
import { openBaseContext } from './services/base-context.ts';
import { actingAs } from './services/context.ts';
import { fail, stopWithParent, tellReady } from './start/child-process.ts';

try {
  const env = readEnv(process.env);
  const log = createLog(env, 'worker');
  if (!env.databaseUrl)
    throw new Error('DATABASE_URL: is not set; "npm start" sets it for the embedded server');
  const { ctx, close } = await openBaseContext(env, log);
  const runner = await startRunner({
    databaseUrl: env.databaseUrl,
    tasks,
    crontab,
    loops,
    ctxFor: (name) => actingAs(ctx, { kind: 'system', name }),
  });
  stopWithParent(async () => {
    await runner.stop();
    await close();
  });
  tellReady();
  await runner.ended;
} catch (error) {
  fail(error);
}
