/** `npm start`: build, database, demo, web and worker, until it is told to stop. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinEmbeddedServer } from '#db/embedded/embedded-server.ts';
import { OperatorError } from '#db/operator-error.ts';
import { type Env, readEnv } from './config/env.ts';
import { withSecretKeys } from './config/secret-keys.ts';
import { buildWhenStale } from './start/build.ts';
import { checkFolder, checkPort, checkStoragePlace } from './start/check-place.ts';
import { startChild } from './start/children.ts';
import { type ReadyDatabase, readyDatabase } from './start/database.ts';
import { type DemoPerson, seedWhenEmpty } from './start/seed.ts';
import { watchParent } from './start/watch-parent.ts';
import { WORKER_FLAGS } from './start/worker-flags.ts';

/** Milliseconds that stopping may take; then the process ends regardless. */
const stopLimit = 25_000;
/** Milliseconds that a start under way gets to come to a point from which it can be undone. */
const startLimit = 5_000;

const stopping = new AbortController();
const undo: (() => Promise<void>)[] = [];
let starting: Promise<unknown> = Promise.resolve();

async function start(): Promise<void> {
  const env = readEnv(process.env);
  checkFolder('DATA_DIR', env.dataDir);
  await checkPort(env.port, env.host);
  await checkStoragePlace(env);
  const opening = openDatabase(env);
  // An outside database that cannot be used is told at once; the embedded one starts while the pages are built.
  if (env.databaseUrl) await opening;
  // Both are waited for even when one fails: what the other one started must be known before it can be undone.
  const [opened, built] = await Promise.allSettled([opening, buildWhenStale(stopping.signal)]);
  if (opened.status === 'rejected') throw opened.reason;
  if (built.status === 'rejected') throw built.reason;
  const database = opened.value;
  if (stopping.signal.aborted) return;
  const keyed = withSecretKeys(env);
  const people = env.demo ? await seedWhenEmpty(keyed, database) : [];
  if (stopping.signal.aborted) return;
  const url = await serve(keyed, database);
  if (!stopping.signal.aborted) announce(env, url, people);
}

async function openDatabase(env: Env): Promise<ReadyDatabase> {
  const database = await readyDatabase(env);
  undo.push(() => database.release());
  if (database.embedded) {
    if (!(await claimed(database.embedded.claim))) {
      throw new OperatorError(
        `DATA_DIR: ${env.dataDir} is served by another start, expected a folder of its own`,
      );
    }
    void database.embedded.lost.then(() => recover(env, database));
  }
  return database;
}

/** A start that was killed a moment ago may not have been noticed yet by the database. */
async function claimed(claim: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 15; tries++) {
    if (await claim()) return true;
    await sleep(100);
  }
  return false;
}

/** The database server died under us: it is started again where web and worker look for it. */
async function recover(env: Env, database: ReadyDatabase): Promise<void> {
  if (stopping.signal.aborted) return;
  process.stderr.write('PostgreSQL is gone; starting it again\n');
  const again = await joinEmbeddedServer(env.dataDir);
  database.release = again.release;
  if (again.port !== database.embedded?.port) throw new OperatorError('PostgreSQL came back on another port');
  await again.claim();
  void again.lost.then(() => recover(env, { ...database, embedded: again })).catch(failWith);
}

async function serve(env: Env, database: ReadyDatabase): Promise<string> {
  const { DATABASE_ADMIN_URL: _owner, ...inherited } = process.env;
  const childEnv: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: 'production',
    HOST: env.host,
    PORT: String(env.port),
    PUBLIC_URL: env.publicUrl,
    DATA_DIR: env.dataDir,
    DATABASE_URL: database.url,
    SECRET_KEY: env.secretKeys.join(','),
    DEMO: env.demo ? '1' : '0',
  };
  const onGivenUp = (reason: string) => failWith(new OperatorError(reason));
  const children = [
    startChild({ name: 'web', entry: 'entry.http.ts', env: childEnv, onGivenUp }),
    startChild({
      name: 'worker',
      entry: 'entry.worker.ts',
      flags: WORKER_FLAGS,
      env: childEnv,
      onGivenUp,
    }),
  ];
  undo.push(async () => void (await Promise.all(children.map((child) => child.stop()))));
  const [web] = await Promise.all(children.map((child) => child.ready));
  return web?.url ?? env.publicUrl;
}

function announce(env: Env, url: string, people: DemoPerson[]): void {
  for (const { email, password, totpSecret } of people) {
    process.stdout.write(`OFFICER ${email} ${password} ${totpSecret}\n`);
  }
  const outbox = env.smtpUrl ? 'the server of SMTP_URL' : path.join(env.dataDir, 'outbox');
  process.stdout.write(`MAIL ${outbox}\nREADY ${url}\n`);
}

async function stop(code: number): Promise<void> {
  if (stopping.signal.aborted) return;
  stopping.abort();
  setTimeout(() => process.exit(code || 1), stopLimit).unref();
  await Promise.race([starting.catch(() => {}), sleep(startLimit)]);
  for (const step of undo.reverse()) await step().catch(() => {});
  process.exit(code);
}

function failWith(error: unknown): void {
  if (!stopping.signal.aborted) {
    const reason =
      error instanceof OperatorError ? error.message : ((error as Error)?.stack ?? String(error));
    process.stderr.write(`${reason}\n`);
  }
  void stop(1);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGHUP', () => void stop(0));
watchParent(() => void stop(1));
starting = start();
starting.catch(failWith);
