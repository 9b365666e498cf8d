import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEGMENT_BYTES } from '#app/services/artifact-cipher.ts';
import { type ArtifactStorage, openStorage } from '#app/services/storage.ts';

const keys = new Map([['aaaa', randomBytes(32)]]);
const vault = {
  fileKey(keyId = 'aaaa') {
    const key = keys.get(keyId);
    if (!key) throw new Error(`unknown key ${keyId}`);
    return { keyId, key };
  },
};
let dataDir: string;
let storage: ArtifactStorage;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'habeas-storage-'));
  storage = await openStorage({ storageUrl: undefined, dataDir, vault });
});
afterAll(() => rm(dataDir, { recursive: true }));

async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = async (key: string) => Buffer.concat(await (await storage.open(key)).toArray());
const file = (key: string) => path.join(dataDir, 'storage', key);
async function stored(key: string, length: number) {
  const plain = randomBytes(length);
  await storage.write(key, inChunks(plain, 10_000));
  return plain;
}

describe('a stored artifact', () => {
  it.each([0, 1, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES, 300_001])(
    'of %i bytes comes back as it was written',
    async (length) => {
      const plain = await stored('package/a', length);
      expect((await read('package/a')).equals(plain)).toBe(true);
    },
  );

  it('lies encrypted', async () => {
    await storage.write('package/b', inChunks(Buffer.from('someone@example.com '.repeat(50)), 7));
    expect((await readFile(file('package/b'))).includes('someone')).toBe(false);
  });

  it('is refused when a byte of it was changed, wherever that is', async () => {
    await stored('package/c', 150_000);
    const sealed = await readFile(file('package/c'));
    for (const at of [0, 6, 12, 30, 70_000, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ 1;
      await writeFile(file('package/c'), changed);
      await expect(read('package/c'), `byte ${at}`).rejects.toThrow();
    }
  });

  it('is refused when its end is missing, also at the edge of a segment', async () => {
    await stored('package/d', 2 * SEGMENT_BYTES + 10);
    const sealed = await readFile(file('package/d'));
    const edge = sealed.length - 10 - 16;
    for (const length of [sealed.length - 1, edge, edge - SEGMENT_BYTES - 16, 29, 3]) {
      await writeFile(file('package/d'), sealed.subarray(0, length));
      await expect(read('package/d'), `${length} bytes`).rejects.toThrow(/package\/d/);
    }
  });

  it('is refused under the key of another file', async () => {
    await stored('package/e', 10);
    await writeFile(file('package/f'), await readFile(file('package/e')));
    await expect(read('package/f')).rejects.toThrow('package/f: segment 0');
  });

  it('can be read with an older key after the writing key has changed', async () => {
    const plain = await stored('package/g', 10);
    keys.set('bbbb', randomBytes(32));
    const rotated = await openStorage({
      storageUrl: undefined,
      dataDir,
      vault: { fileKey: (keyId = 'bbbb') => vault.fileKey(keyId) },
    });
    expect(Buffer.concat(await (await rotated.open('package/g')).toArray()).equals(plain)).toBe(true);
  });

  it('is gone after removal, and removing it again is no error', async () => {
    await stored('package/h', 10);
    await storage.remove('package/h');
    await storage.remove('package/h');
    expect(await storage.exists('package/h')).toBe(false);
    expect(await readdir(path.dirname(file('package/h')))).not.toContain('h');
  });

  it('is not there when its source failed', async () => {
    const failing = (async function* () {
      yield randomBytes(100_000);
      throw new Error('the source went away');
    })();
    await expect(storage.write('package/i', failing)).rejects.toThrow('the source went away');
    expect(await storage.exists('package/i')).toBe(false);
  });
});
