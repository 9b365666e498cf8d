import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { connect } from '#db/client.ts';
import { runningUrl } from '#db/embedded/embedded-server.ts';
import { freePort, tryPort } from '#db/embedded/free-port.ts';
import { isAlive } from '#db/embedded/is-alive.ts';
import { testDatabase } from '#tests/support/database.ts';
import { makeFolder } from '#tests/support/folder.ts';
import { type Product, startProduct } from '#tests/support/product.ts';

// Without the demo's data a start takes a second, and what is tested here is the same.
const folder = makeFolder();
const dataDir = path.join(folder, 'data');
let env: Record<string, string>;
let running: Product | undefined;

beforeAll(async () => {
  env = { DEMO: '0', SECRET_KEY: 'k'.repeat(32), DATA_DIR: dataDir, PORT: String(await freePort()) };
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(extra: Record<string, string> = {}): Promise<string> {
  running = startProduct({ ...env, ...extra });
  return (await running.ready).url;
}

const status = async (url: string) => (await fetch(url)).status;
const postmaster = () => {
  const pidFile = path.join(dataDir, 'embedded/server/cluster/postmaster.pid');
  return Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
};
/** Process numbers of the start's children of that entry. */
const children = (entry: string) =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(entry) && Number(line.trim().split(/\s+/)[1]) === running?.process.pid)
    .map((line) => Number(line.trim().split(/\s+/)[0]));

async function gone(pids: number[]) {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 10_000, interval: 50 });
}

test('it says READY alone on a line and answers there; SIGTERM ends all of it with exit 0', async () => {
  const url = await serve();
  expect(running?.output.at(-1)).toBe(`READY http://127.0.0.1:${env.PORT}`);
  expect(await status(url)).toBe(200);
  const pids = [postmaster(), ...children('entry.http.ts'), ...children('entry.worker.ts')];
  expect(pids).toHaveLength(3);

  running?.process.kill('SIGTERM');

  expect(await running?.ended).toEqual({ code: 0, signal: null });
  await gone(pids);
  expect(await tryPort(Number(env.PORT), '127.0.0.1')).toHaveProperty('port');
});

test('a second start answers within five seconds', async () => {
  // The best of three: the limit is about what a start does, not about what else the machine does.
  const seconds: number[] = [];
  while (seconds.length < 3 && !seconds.some((one) => one < 5)) {
    const before = performance.now();
    expect(await status(await serve())).toBe(200);
    seconds.push((performance.now() - before) / 1000);
    await running?.stop();
  }
  expect(Math.min(...seconds), seconds.join(', ')).toBeLessThan(5);
});

test('a second start on the same DATA_DIR is refused, and the first one goes on', async () => {
  const url = await serve();
  const second = startProduct({ ...env, PORT: String(await freePort()) });
  expect((await second.ended).code).toBe(1);
  expect(second.errors()).toMatch(/^DATA_DIR: .* is served by another start/m);
  expect(await status(url)).toBe(200);
});

test('after kill -9 the children end by themselves, and the next start keeps every acknowledged row', async () => {
  await serve();
  const app = connect(runningUrl(dataDir, 'habeas_app') ?? '', { max: 1 });
  await app`insert into rate_limits (bucket, window_start, count) values ('kept', now(), 1)`;
  const pids = [...children('entry.http.ts'), ...children('entry.worker.ts')];

  running?.process.kill('SIGKILL');
  await running?.ended;
  await app.end();

  expect(await status(await serve())).toBe(200);
  await gone(pids);
  const again = connect(runningUrl(dataDir, 'habeas_app') ?? '', { max: 1 });
  expect(await again`select count from rate_limits where bucket = 'kept'`).toHaveLength(1);
  await again.end();
});

test('when the database server is killed, it comes back and pages are answered again', async () => {
  const url = await serve();
  const killed = postmaster();
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(() => expect(postmaster()).not.toBe(killed), { timeout: 20_000, interval: 100 });
  await vi.waitFor(async () => expect(await status(`${url}/readyz`)).toBe(200), {
    timeout: 20_000,
    interval: 200,
  });
});

test('a worker that dies is started again', async () => {
  await serve();
  const [killed] = children('entry.worker.ts');
  process.kill(killed ?? 0, 'SIGKILL');
  await vi.waitFor(() => {
    const [now] = children('entry.worker.ts');
    expect(now).toBeGreaterThan(0);
    expect(now).not.toBe(killed);
  }, 10_000);
  await sleep(500);
  expect(running?.errors()).toContain('worker ended (SIGKILL); starting it again');
});

test('an outside database serves the same, and its owner is not handed to web and worker', async () => {
  const outside = await testDatabase();
  const own = path.join(folder, 'outside');
  const url = await serve({
    DATA_DIR: own,
    DATABASE_URL: outside.appUrl,
    DATABASE_ADMIN_URL: outside.ownerUrl,
  });
  expect(await status(`${url}/readyz`)).toBe(200);
  for (const pid of [...children('entry.http.ts'), ...children('entry.worker.ts')]) {
    expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('DATABASE_ADMIN_URL');
  }
  await running?.stop();
  running = undefined;
  await outside.drop();
});
