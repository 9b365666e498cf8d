import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { readEnv } from './config/env.ts';
import { withSecretKeys } from './config/secret-keys.ts';
import { makeMetrics } from './web/http/metrics.ts';
import { routePatterns } from './web/http/route-pattern.ts';
import { makeWebApp } from './web/http/web-app.ts';

/** Milliseconds that answers under way get to finish when the process is told to stop. */
const STOP_LIMIT = 8_000;

async function main(): Promise<void> {
  const env = withSecretKeys(readEnv(process.env));
  // Standard output belongs to the lines that the supervisor prints for people and tests.
  const log = pino({ level: env.logLevel, base: { process: 'web' } }, pino.destination(2));
  const folder = join(import.meta.dirname, '..', 'build');
  const build = await loadBuild(join(folder, 'server', 'index.js'));
  const checks = { database: async () => {}, queueAgeSeconds: async () => 0 };

  const app = makeWebApp({
    remix: createRequestHandler(build, 'production'),
    services: {},
    patternOf: routePatterns(build.routes),
    settings: env,
    checks,
    metrics: makeMetrics(checks.queueAgeSeconds),
    log,
    clientFolder: join(folder, 'client'),
  });

  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  server.once('error', (error: NodeJS.ErrnoException) => fail(listenProblem(error, env)));
  server.listen(env.port, env.host, () => {
    log.info({ port: env.port }, 'listening');
    process.send?.({ type: 'ready', url: env.publicUrl });
  });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOP_LIMIT).unref();
    server.close(() => process.exit(0));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The supervisor is gone, however it went: nobody else would end this process.
  process.on('disconnect', stop);
}

async function loadBuild(file: string): Promise<ServerBuild> {
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return import(pathToFileURL(file).href);
}

function listenProblem(error: NodeJS.ErrnoException, env: { port: number; host: string }): Error {
  const reason = error.code === 'EADDRINUSE' ? 'it is in use already' : (error.code ?? error.message);
  return new Error(`PORT: cannot listen on ${env.host}:${env.port}, ${reason}; expected a free port`);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

main().catch(fail);
