/** The web process: Remix's built handler behind our own server. Started by `entry.start.ts`, or alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { OperatorError } from '#db/operator-error.ts';
import { type Env, readEnv } from './config/env.ts';
import { createLog } from './config/log.ts';
import { openBaseContext } from './services/base-context.ts';
import { checkDatabase, queueAgeSeconds } from './services/health/check-health.ts';
import { fail, stopWithParent, tellReady } from './start/child-process.ts';
import { makeMetrics } from './web/http/metrics.ts';
import { routePatterns } from './web/http/route-pattern.ts';
import { makeWebApp } from './web/http/web-app.ts';

const BUILD = join(import.meta.dirname, '..', 'build');

async function loadBuild(): Promise<ServerBuild> {
  const file = join(BUILD, 'server', 'index.js');
  if (!existsSync(file)) throw new OperatorError(`${file} is missing; "npm run build" makes it`);
  return import(pathToFileURL(file).href);
}

function listen(server: ReturnType<typeof createAdaptorServer>, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'which is in use' : `which failed (${error.code})`;
      reject(new OperatorError(`PORT: got ${env.host}:${env.port}, ${reason}; expected a free port`));
    });
    server.listen(env.port, env.host, resolve);
  });
}

try {
  const env = readEnv(process.env);
  const log = createLog(env, 'web');
  if (!env.databaseUrl)
    throw new OperatorError('DATABASE_URL: is not set; "npm start" sets it for the embedded server');
  const [build, { ctx, close }] = await Promise.all([loadBuild(), openBaseContext(env, log)]);
  const checks = { database: () => checkDatabase(ctx), queueAgeSeconds: () => queueAgeSeconds(ctx) };
  const app = makeWebApp({
    remix: createRequestHandler(build, 'production'),
    habeas: ctx,
    patternOf: routePatterns(build.routes),
    settings: env,
    checks,
    metrics: makeMetrics(checks.queueAgeSeconds),
    log,
    clientFolder: join(BUILD, 'client'),
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await listen(server, env);
  stopWithParent(async () => {
    // Answers under way finish; kept-alive connections with nothing under way do not hold us up.
    const closed = new Promise((resolve) => server.close(resolve));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    await closed;
    await close();
  });
  log.info({ port: env.port }, 'listening');
  tellReady(env.publicUrl);
} catch (error) {
  fail(error);
}
