import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { StoragePlace } from '#app/config/storage-url.ts';
import { storageFailure } from './storage-failure.ts';
import { filesBelow, type ListedFile, objectsOf } from './storage-listing.ts';

/** Bytes under keys, as they are: encrypting is the storage's business. Failures are told by `storageFailure`. */
export interface StorageDisk {
  put(key: string, source: Readable): Promise<void>;
  get(key: string): Promise<Readable>;
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** What lies there, a page at a time. */
  list(): Promise<AsyncIterable<ListedFile>>;
  /** Writes a few bytes, looks for them and removes them. */
  check(): Promise<void>;
}

/** The client would write warnings to the console; what matters is thrown. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

type Bucket = Extract<StoragePlace, { kind: 'bucket' }>;

/** @param spool folder for what must be written whole before it can be sent */
export async function openDisk(place: StoragePlace, spool: string): Promise<StorageDisk> {
  const prefix = place.kind === 'bucket' ? place.prefix : '';
  const { disk, list } = place.kind === 'bucket' ? await openBucket(place) : openFolder(place.path);
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw storageFailure(error, place);
    }
  };
  return {
    put: (key, source) =>
      told(
        place.kind === 'bucket'
          ? putWhole(disk, `${prefix}${key}`, source, spool)
          : disk.putStream(key, source),
      ),
    get: (key) => told(disk.getStream(`${prefix}${key}`)),
    delete: (key) => told(disk.delete(`${prefix}${key}`)),
    exists: (key) => told(disk.exists(`${prefix}${key}`)),
    list: () => told(list()),
    check: () => told(checkDisk(disk, `${prefix}check/${randomUUID()}`)),
  };
}

interface Opened {
  readonly disk: Disk;
  readonly list: () => Promise<AsyncIterable<ListedFile>>;
}

function openFolder(location: string): Opened {
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  return { disk, list: async () => filesBelow(location) };
}

async function openBucket({ bucket, region, endpoint, credentials, prefix }: Bucket): Promise<Opened> {
  // Only here: the client is large and most installations write local files.
  const [{ S3Driver }, { S3Client, paginateListObjectsV2 }] = await Promise.all([
    import('flydrive/drivers/s3'),
    import('@aws-sdk/client-s3'),
  ]);
  const client = new S3Client({
    region: region ?? process.env.AWS_REGION ?? 'us-east-1',
    logger: SILENT,
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    ...(credentials ? { credentials } : {}),
    // Many servers that speak S3 refuse the checksums that the client sends unasked behind a body.
    ...(endpoint
      ? {
          endpoint,
          forcePathStyle: true,
          requestChecksumCalculation: 'WHEN_REQUIRED' as const,
          responseChecksumValidation: 'WHEN_REQUIRED' as const,
        }
      : {}),
  });
  const pages = () =>
    paginateListObjectsV2({ client }, { Bucket: bucket, ...(prefix ? { Prefix: prefix } : {}) });
  return {
    disk: new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })),
    list: async () => objectsOf(pages(), prefix),
  };
}

async function checkDisk(disk: Disk, key: string): Promise<void> {
  await disk.put(key, 'check');
  if ((await disk.get(key)) !== 'check') throw new Error(`${key}: what was written did not come back`);
  await disk.delete(key);
}

/** S3 wants the length first, which is known only when all is written: the bytes wait in a local file. */
async function putWhole(disk: Disk, key: string, source: Readable, spool: string): Promise<void> {
  await mkdir(spool, { recursive: true, mode: 0o700 });
  const file = path.join(spool, randomUUID());
  try {
    await pipeline(source, createWriteStream(file, { mode: 0o600 }));
    const { size } = await stat(file);
    await disk.putStream(key, createReadStream(file), { contentLength: size });
  } finally {
    await rm(file, { force: true });
  }
}
