import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '#db/client.ts';
import { embeddedFolder, readClusterFile } from '#db/embedded/cluster-file.ts';
import { type EmbeddedServer, joinEmbeddedServer, runningUrl } from '#db/embedded/embedded-server.ts';
import { readPostmaster } from '#db/embedded/postmaster.ts';
import { makeFolder } from '#tests/support/folder.ts';

let folder: string;
let dataDir: string;
const joined: EmbeddedServer[] = [];

beforeEach(() => {
  folder = makeFolder();
  dataDir = path.join(folder, 'data');
});
afterEach(async () => {
  for (const server of joined.splice(0)) await server.release();
  const home = readClusterFile(embeddedFolder(dataDir))?.home;
  if (home && !home.startsWith(folder)) rmSync(home, { recursive: true });
  rmSync(folder, { recursive: true });
});

async function join(durable = false): Promise<EmbeddedServer> {
  const server = await joinEmbeddedServer(dataDir, { durable });
  joined.push(server);
  return server;
}

const cluster = () => path.join(readClusterFile(embeddedFolder(dataDir))?.home ?? '', 'cluster');

test('two first starts at the same moment share one cluster, and the last to leave stops it', async () => {
  const [one, two] = await Promise.all([join(), join()]);
  expect(one.port).toBe(two.port);
  await one.release();
  expect(runningUrl(dataDir, 'habeas_app')).toBe(two.url('habeas_app'));
  await two.release();
  expect(runningUrl(dataDir, 'habeas_app')).toBeUndefined();
});

test('only one of them may claim to serve, until it is gone', async () => {
  const [one, two] = [await join(), await join()];
  expect(await one.claim()).toBe(true);
  expect(await two.claim()).toBe(false);
  await one.release();
  expect(await two.claim()).toBe(true);
});

test('passwords are random, kept for our account only, and asked of everybody', async () => {
  const server = await join();
  expect(statSync(path.join(embeddedFolder(dataDir), 'cluster.json')).mode & 0o777).toBe(0o600);
  const url = new URL(server.url('habeas_app'));
  url.password = '';
  const stranger = connect(url.href, { max: 1 });
  await expect(stranger`select 1`).rejects.toThrow();
  await stranger.end();
});

test('the reader of the demo customer reads what is created there and writes nothing', async () => {
  const server = await join();
  const owner = connect(server.url('northwind_owner'), { max: 1 });
  await owner`create table things (id int)`;
  const reader = connect(server.url('northwind_reader'), { max: 1 });
  expect(await reader`select * from things`).toHaveLength(0);
  await expect(reader`insert into things values (1)`).rejects.toMatchObject({ code: '42501' });
  await expect(reader`create table mine ()`).rejects.toMatchObject({ code: '42501' });
  const elsewhere = connect(server.url('northwind_reader', 'habeas'), { max: 1 });
  await expect(elsewhere`select 1`).rejects.toMatchObject({ code: '42501' });
  await Promise.all([owner.end(), reader.end(), elsewhere.end()]);
});

test('a postmaster.pid that names another living process is stale, as after the restart of a container', async () => {
  await (await join()).release();
  writeFileSync(
    path.join(cluster(), 'postmaster.pid'),
    `${process.pid}\n${cluster()}\n1\n5432\n\n127.0.0.1\n\nready\n`,
  );
  expect(runningUrl(dataDir, 'habeas_app')).toBeUndefined();
  const sql = connect((await join()).url('habeas_app'), { max: 1 });
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  await sql.end();
});

test('killed again and again while rows are written, it loses none that it had acknowledged', async () => {
  let acknowledged = 0;
  for (let round = 0; round < 4; round++) {
    const server = await join(true);
    const sql = connect(server.url('northwind_owner'), { max: 1 });
    await sql`create table if not exists rows (n int)`;
    const writing = (async () => {
      for (;;) {
        await sql`insert into rows values (1)`;
        acknowledged++;
      }
    })();
    setTimeout(() => process.kill(readPostmaster(cluster())?.pid ?? 0, 'SIGKILL'), 150);
    await expect(writing).rejects.toThrow();
    await sql.end({ timeout: 0 });
    await server.release();
  }
  const sql = connect((await join()).url('northwind_owner'), { max: 1 });
  const [row] = await sql<{ count: string }[]>`select count(*) from rows`;
  await sql.end();
  expect(acknowledged).toBeGreaterThan(20);
  // The row that was under way when the server died may or may not be there.
  expect(Number(row?.count) - acknowledged).toBeGreaterThanOrEqual(0);
  expect(Number(row?.count) - acknowledged).toBeLessThanOrEqual(4);
});

test.runIf(process.getuid?.() === 0)(
  'as root, below a folder that nobody else may enter, it runs elsewhere and no mode is changed',
  async () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    dataDir = path.join(closed, 'data');
    const server = await join();
    const home = readClusterFile(embeddedFolder(dataDir))?.home ?? '';
    expect(home.startsWith(folder)).toBe(false);
    expect(statSync(home).uid).not.toBe(0);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    expect(server.port).toBeGreaterThan(0);
  },
);

test('a first start that was interrupted leaves nothing in the way of the next', async () => {
  const abandoned = path.join(dataDir, 'embedded.new-999999999-0123456789ab');
  mkdirSync(path.join(abandoned, 'server/cluster'), { recursive: true });
  if (process.getuid?.() === 0) chmodSync(dataDir, 0o711);
  await join();
  expect(existsSync(abandoned)).toBe(false);
});

test('a cluster of another major version is refused, not touched', async () => {
  await (await join()).release();
  writeFileSync(path.join(cluster(), 'PG_VERSION'), '15\n');
  await expect(join()).rejects.toThrow(/made by PostgreSQL 15, but PostgreSQL 18/);
  expect(readFileSync(path.join(cluster(), 'PG_VERSION'), 'utf8')).toBe('15\n');
});
