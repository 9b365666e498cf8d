import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freePort } from '#db/embedded/free-port.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { makeFolder } from '#tests/support/folder.ts';
import { expectRefusal } from '#tests/support/refused-start.ts';

const folder = makeFolder();
const dataDir = path.join(folder, 'data');
const live = { DEMO: '0', SECRET_KEY: 'k'.repeat(32), DATA_DIR: dataDir };
let port: string;
let database: TestDatabase;

beforeAll(async () => {
  port = String(await freePort());
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

describe('a start that cannot work says so in one line and makes nothing', () => {
  test('a bad variable', () =>
    expectRefusal({ DATA_DIR: dataDir, PORT: 'abc' }, /^PORT: got "abc", expected/));

  test('a port that somebody else has', async () => {
    const other = await listen();
    const taken = String((other.address() as { port: number }).port);
    await expectRefusal(
      { DATA_DIR: dataDir, PORT: taken },
      new RegExp(`^PORT: ${taken} on 127.0.0.1 is in use`),
    );
    other.close();
  });

  test('an address that this machine does not have', () =>
    expectRefusal({ ...live, PORT: port, HOST: '192.0.2.1' }, /^HOST: cannot listen on "192.0.2.1"/));

  test('a demo that others could reach', () =>
    expectRefusal(
      { DATA_DIR: dataDir, PORT: port, HOST: '0.0.0.0' },
      /^HOST: got "0.0.0.0", expected a loopback/,
    ));

  test('a DATA_DIR below a file', () => {
    writeFileSync(path.join(folder, 'file'), '');
    return expectRefusal(
      { PORT: port, DATA_DIR: path.join(folder, 'file/data') },
      /^DATA_DIR: .*not a folder/,
    );
  });

  test.skipIf(process.getuid?.() === 0)('a DATA_DIR in a folder that this account may not write', () => {
    const closed = path.join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    return expectRefusal(
      { PORT: port, DATA_DIR: path.join(closed, 'data') },
      /^DATA_DIR: .*cannot be written \(EACCES\)/,
    );
  });

  test('a DATA_DIR where the system allows no folders', () =>
    expectRefusal(
      { PORT: port, DATA_DIR: '/proc/habeas/data' },
      /^DATA_DIR: \/proc\/habeas\/data cannot be written/,
    ));

  test('a STORAGE_URL that names no bucket', () =>
    expectRefusal({ ...live, PORT: port, STORAGE_URL: 's3://' }, /^STORAGE_URL: .*expected an address like/));

  test('a storage server that does not answer', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    await expectRefusal(
      { ...live, PORT: port, STORAGE_URL: `s3://account:hunter2@bucket?endpoint=${endpoint}` },
      /^STORAGE_URL: (?!.*hunter2)bucket "bucket" at .* cannot be reached/,
    );
  });

  test('a storage folder below a file', () => {
    writeFileSync(path.join(folder, 'file'), '');
    return expectRefusal(
      { ...live, PORT: port, STORAGE_URL: `file://${folder}/file/storage` },
      /^STORAGE_URL: .*not a folder/,
    );
  });

  test('a database server that does not answer', async () => {
    const url = `postgres://habeas_app:hunter2@127.0.0.1:${await freePort()}/habeas`;
    await expectRefusal(
      { ...live, PORT: port, DATABASE_URL: url },
      /^DATABASE_URL: .*cannot be reached \(ECONNREFUSED\)/,
    );
    await expectRefusal({ ...live, PORT: port, DATABASE_URL: url }, /^(?!.*hunter2)/);
  });

  test('a password that the database server refuses', () => {
    const url = new URL(database.appUrl);
    url.password = 'hunter2';
    return expectRefusal(
      { ...live, PORT: port, DATABASE_URL: url.href },
      /^(?!.*hunter2).*the password was refused/,
    );
  });

  test('a role that is a superuser, outside demo', () => {
    const url = new URL(inject('postgres').superuser);
    url.pathname = new URL(database.appUrl).pathname;
    return expectRefusal({ ...live, PORT: port, DATABASE_URL: url.href }, /role "postgres" is a superuser/);
  });

  test('a role that owns the audit tables, outside demo', () =>
    expectRefusal(
      { ...live, PORT: port, DATABASE_URL: database.ownerUrl },
      /role "habeas_owner" owns the audit tables/,
    ));

  test('a database that was never migrated, without the means to do it', async () => {
    const empty = await testDatabase();
    await empty.owner.sql`drop schema drizzle cascade`;
    await expectRefusal(
      { ...live, PORT: port, DATABASE_URL: empty.appUrl },
      /older than this code, expected "npm run habeas/,
    );
    await empty.drop();
  });
});

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

test('the port of a refused start is free again', async () => {
  expect(await freePort(Number(port))).toBe(Number(port));
});
