import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { sweepArtifacts } from '#app/services/retention/sweep-artifacts.ts';
import { type ArtifactStorage, artifactKey, openStorage } from '#app/services/storage.ts';
import { createVault } from '#app/services/vault.ts';
import { attachments } from '#db/schema/index.ts';
import { TEST_SECRET, testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { makeFolder } from '#tests/support/folder.ts';
import { s3Server } from '#tests/support/s3-server.ts';
import { type SubjectSide, subjectSide } from '../requests/subject.ts';

const BUCKET = 'swept';
let side: SubjectSide;
let server: Awaited<ReturnType<typeof s3Server>>;
let dataDir: string;
beforeAll(async () => {
  [side, server] = await Promise.all([subjectSide(), s3Server(BUCKET, 'unchecked')]);
  await side.file();
});
afterAll(() => Promise.all([side.base.drop(), server.close()]));
beforeEach(() => {
  dataDir = makeFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const open = (storageUrl?: string, secret = TEST_SECRET) =>
  openStorage({ storageUrl, dataDir, vault: createVault([secret]) });

/** The worker, some hours from now: ages of files are those of the machine. */
function worker(storage: ArtifactStorage, hours: number, base = side.base): Ctx {
  const { ctx, clock } = testContext(base.app.db);
  clock.set(Temporal.Now.instant().round('millisecond').add({ hours }));
  return actingAs({ ...ctx, storage }, { kind: 'system', name: 'worker' });
}

async function* bytes(text: string) {
  yield Buffer.from(text);
}

/** Files of a folder, by their path in it. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)));
}
const onDisk = () => filesIn(path.join(dataDir, 'storage'));
const inSpool = () => filesIn(path.join(dataDir, 'spool'));

/** Starts a process that writes a file without end, and kills it with -9 in the middle. */
async function killedWhileWriting(key: string, storageUrl?: string): Promise<void> {
  const program = path.join('tests', 'support', 'endless-writer.ts');
  const given = [dataDir, key, TEST_SECRET, ...(storageUrl ? [storageUrl] : [])];
  const child = fork(program, given, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
  await once(child, 'message');
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A file that a row names. */
async function recorded(storage: ArtifactStorage): Promise<string> {
  const { requestId } = await side.file();
  const key = artifactKey('attachment');
  await storage.write(key, bytes('a letter'));
  await side.ctx.db.insert(attachments).values({
    requestId,
    purpose: 'answer',
    storageKey: key,
    nameSealed: side.ctx.vault.seal('letter.txt', 'attachments.name'),
    mediaType: 'text/plain',
    bytes: 8,
    uploadedBy: 'subject',
    createdAt: side.clock.now(),
  });
  return key;
}

describe('what a process left that was killed while it wrote', () => {
  it('lies on the disk, and is removed a day later, beside a file that a row names', async () => {
    const storage = await open();
    const kept = await recorded(storage);
    const left = artifactKey('package');
    await killedWhileWriting(left);
    expect((await stat(path.join(dataDir, 'storage', left))).size).toBeGreaterThan(1_000_000);

    expect(await sweepArtifacts(worker(storage, 23))).toBe(0);
    expect((await onDisk()).sort()).toEqual([kept, left].sort());
    expect(await sweepArtifacts(worker(storage, 25))).toBe(1);
    expect(await onDisk()).toEqual([kept]);
    expect(await sweepArtifacts(worker(storage, 25))).toBe(0);
  });

  it('never reaches a bucket, and its local copy is removed a day later', async () => {
    const url = server.url(`${BUCKET}/desk`);
    const storage = await open(url);
    await killedWhileWriting(artifactKey('collected'), url);
    expect(await inSpool()).toHaveLength(1);
    expect(await sweepArtifacts(worker(storage, 23))).toBe(0);
    expect(await inSpool()).toHaveLength(1);
    expect(await sweepArtifacts(worker(storage, 25))).toBe(1);
    expect(await inSpool()).toEqual([]);
  });

  it('is removed when not even its first bytes were written', async () => {
    const storage = await open();
    const key = artifactKey('supplied');
    await mkdir(path.join(dataDir, 'storage', 'supplied'), { recursive: true });
    await writeFile(path.join(dataDir, 'storage', key), 'HB');
    expect(await sweepArtifacts(worker(storage, 25))).toBe(1);
    expect(await onDisk()).toEqual([]);
  });
});

it('removes what a start left that was killed while it tried the place', async () => {
  const storage = await open();
  await mkdir(path.join(dataDir, 'storage', 'check'), { recursive: true });
  await writeFile(path.join(dataDir, 'storage', 'check', randomUUID()), 'check');
  expect(await sweepArtifacts(worker(storage, 25))).toBe(1);
  expect(await onDisk()).toEqual([]);
});

describe('a file that is not ours to remove', () => {
  it('in a bucket: one that a row names, and one beside the prefix, stay; one that no row names goes', async () => {
    const [storage, neighbour] = await Promise.all(
      ['desk', 'desk-two'].map((prefix) => open(server.url(`${BUCKET}/${prefix}`))),
    );
    if (!storage || !neighbour) throw new Error('no storage');
    const kept = await recorded(storage);
    const [stray, foreign] = [artifactKey('package'), artifactKey('package')];
    await storage.write(stray, bytes('never recorded'));
    await neighbour.write(foreign, bytes('of somebody else'));
    expect(await sweepArtifacts(worker(storage, 25))).toBe(1);
    const left = await Promise.all([storage.exists(kept), storage.exists(stray), neighbour.exists(foreign)]);
    expect(left).toEqual([true, false, true]);
  });

  it('is one of an installation with another secret in the same place, or one with a name that we never give', async () => {
    const storage = await open();
    const other = await open(undefined, 'another secret of more than thirty-two characters');
    const foreign = artifactKey('attachment');
    await other.write(foreign, bytes('of somebody else'));
    await writeFile(path.join(dataDir, 'storage', 'notes.txt'), 'of the operator');
    expect(await sweepArtifacts(worker(storage, 25))).toBe(0);
    expect((await onDisk()).sort()).toEqual([foreign, 'notes.txt'].sort());
  });

  it('is one that is still written: its age counts from its last byte', async () => {
    const storage = await open();
    const key = artifactKey('package');
    await storage.write(key, bytes('half of it'));
    const file = path.join(dataDir, 'storage', key);
    const yesterday = Date.now() / 1000 - 90_000;
    await utimes(file, yesterday, Date.now() / 1000);
    expect(await sweepArtifacts(worker(storage, 0))).toBe(0);
    await utimes(file, yesterday, yesterday);
    expect(await sweepArtifacts(worker(storage, 0))).toBe(1);
  });

  it('is any, when most files are strays: the database is not the one of these files', async () => {
    const storage = await open();
    for (let i = 0; i < 21; i++) await storage.write(`package/${randomUUID()}`, bytes('of a lost database'));
    await expect(sweepArtifacts(worker(storage, 25))).rejects.toMatchObject({
      code: 'storage_of_another_database',
      details: { strays: 21, named: 0 },
    });
    expect(await onDisk()).toHaveLength(21);
  });

  it('is any, when the database knows no request: it is one that was begun anew', async () => {
    const storage = await open();
    const base = await testDatabase();
    await storage.write(artifactKey('package'), bytes('of a lost database'));
    await expect(sweepArtifacts(worker(storage, 25, base))).rejects.toMatchObject({
      code: 'storage_of_another_database',
    });
    expect(await onDisk()).toHaveLength(1);
    await base.drop();
  });

  it('is nobody’s to sweep but the worker’s', async () => {
    const storage = await open();
    const { ctx } = testContext(side.base.app.db);
    await expect(sweepArtifacts({ ...ctx, storage })).rejects.toMatchObject({ name: 'Forbidden' });
    expect(await sweepArtifacts(worker(storage, 25))).toBe(0);
  });
});
