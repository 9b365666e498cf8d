import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArtifactStorage, checkStorage, openStorage } from '#app/services/storage.ts';
import { OperatorError } from '#db/operator-error.ts';
import { S3_ACCOUNT, s3Server } from '#tests/support/s3-server.ts';

const MEGABYTE = 1024 * 1024;
/** What three times the bytes may add: buffers that wait for the collector, never the file. */
const MOST_GROWTH = 60 * MEGABYTE;
const vault = { fileKey: (keyId = 'aaaa') => ({ keyId, key: Buffer.alloc(32, 7) }) };
let server: Awaited<ReturnType<typeof s3Server>>;
let dataDir: string;
let storage: ArtifactStorage;
const open = (storageUrl: string) => openStorage({ storageUrl, dataDir, vault });

beforeAll(async () => {
  server = await s3Server('artifacts');
  dataDir = await mkdtemp(path.join(tmpdir(), 'habeas-bucket-'));
  storage = await open(server.url('artifacts/desk'));
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const objects = async () =>
  (await readdir(server.folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('_object'))
    .map((entry) => path.join(entry.parentPath, entry.name));
const read = async (key: string) => Buffer.concat(await (await storage.open(key)).toArray());

describe('an artifact in a bucket', () => {
  it('comes back as it was written, under the prefix of the address, and is gone after removal', async () => {
    const plain = randomBytes(200_000);
    const told = await storage.write('package/a', [plain] as unknown as AsyncIterable<Buffer>);
    expect(told).toEqual({ bytes: 200_000, sha256: createHash('sha256').update(plain).digest('hex') });
    expect(await objects()).toEqual([expect.stringContaining('/artifacts/desk/package/a')]);
    expect(await storage.exists('package/a')).toBe(true);
    expect((await read('package/a')).equals(plain)).toBe(true);
    await storage.remove('package/a');
    await storage.remove('package/a');
    expect(await storage.exists('package/a')).toBe(false);
    await expect(read('package/a')).rejects.toThrow();
    expect(await objects()).toEqual([]);
  });

  it('lies encrypted, and nothing of it stays in the local folder', async () => {
    await storage.write('package/b', [Buffer.from('someone@example.com '.repeat(5_000))] as never);
    const [file] = await objects();
    const stored = await readFile(file as string);
    expect(stored.length).toBeGreaterThan(100_000);
    expect(stored.includes('someone')).toBe(false);
    expect(await readdir(path.join(dataDir, 'spool'))).toEqual([]);
    await storage.remove('package/b');
  });

  it('is written and read in the same memory whether it has 50 MB or 150', { timeout: 60_000 }, async () => {
    const block = randomBytes(64 * 1024);
    const pour = async (megabytes: number) => {
      const source = async function* () {
        for (let at = 0; at < megabytes * 16; at++) yield block;
      };
      const { sha256, bytes } = await storage.write('package/c', source());
      const hash = createHash('sha256');
      for await (const chunk of await storage.open('package/c')) hash.update(chunk as Buffer);
      expect(hash.digest('hex')).toBe(sha256);
      return bytes;
    };
    await pour(50);
    const before = process.memoryUsage.rss();
    let most = before;
    const sampling = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 10);
    expect(await pour(150)).toBe(150 * MEGABYTE);
    clearInterval(sampling);
    if (process.env.MEASURE) process.stdout.write(`bucket: ${((most - before) / 1e6).toFixed(0)} MB\n`);
    expect(most - before).toBeLessThan(MOST_GROWTH);
    await storage.remove('package/c');
  });

  it('is not there when its source failed', async () => {
    const failing = (async function* () {
      yield randomBytes(100_000);
      throw new Error('the source went away');
    })();
    await expect(storage.write('package/d', failing)).rejects.toThrow('the source went away');
    expect(await objects()).toEqual([]);
    expect(await readdir(path.join(dataDir, 'spool'))).toEqual([]);
  });
});

describe('a bucket that cannot be used is told in one line without the secret', () => {
  it.each<[string, () => string, RegExp]>([
    ['that is not there', () => server.url('nowhere'), /bucket "nowhere" at .* does not exist/],
    [
      'with an account that is not there',
      () => server.url('artifacts', { key: 'nobody', secret: 'hunter2' }),
      /"artifacts" at .* refused the credentials/,
    ],
    [
      'with a wrong secret',
      () => server.url('artifacts', { ...S3_ACCOUNT, secret: 'hunter2' }),
      /refused the credentials/,
    ],
    [
      'on a server that does not answer',
      () => 's3://account:hunter2@artifacts?endpoint=http://127.0.0.1:1',
      /cannot be reached.*ECONNREFUSED/,
    ],
  ])('%s', async (_, url, line) => {
    const failing = await open(url());
    const attempts = {
      check: () => checkStorage({ storageUrl: url(), dataDir }),
      write: () => failing.write('package/e', [Buffer.from('x')] as never),
      open: () => failing.open('package/e'),
    };
    for (const [what, attempt] of Object.entries(attempts)) {
      const error = await attempt().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error, what).toBeInstanceOf(OperatorError);
      expect((error as Error).message, what).toMatch(line);
      expect((error as Error).message, what).toMatch(/^STORAGE_URL: (?!.*hunter2)[^\n]+$/);
    }
  });

  it('and a good one passes the check and keeps nothing of it', async () => {
    await checkStorage({ storageUrl: server.url(), dataDir });
    expect(await objects()).toEqual([]);
  });
});
