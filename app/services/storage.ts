import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { decryptArtifact, encryptArtifact, type FileKeys } from './artifact-cipher.ts';

/** Files that outlive a request of the web: attachments, collected rows, packages. Always encrypted at rest. */
export interface ArtifactStorage {
  /**
   * Writes a file in constant memory. What stands under `key` is replaced.
   * @param key made of ids only, never of personal data
   * @returns length and SHA-256 (hex) of the plain bytes
   */
  write(key: string, source: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }>;
  /** The plain bytes; the stream fails with an ArtifactError when the file is not what was written. */
  open(key: string): Promise<Readable>;
  /** Removes the file; removing what is not there is no error. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}

export interface StorageOptions {
  /** `file:///folder` or `s3://bucket/prefix?region=&endpoint=`; local files under `dataDir` when unset. */
  readonly storageUrl: string | undefined;
  readonly dataDir: string;
  readonly vault: { readonly fileKey: FileKeys };
}

/** A key that says nothing: `<kind>/<uuid>`. */
export function artifactKey(kind: 'attachment' | 'collected' | 'package' | 'supplied'): string {
  return `${kind}/${randomUUID()}`;
}

export async function openStorage(options: StorageOptions): Promise<ArtifactStorage> {
  const { disk, prefix, put } = await openDisk(options);
  const keys: FileKeys = (id) => options.vault.fileKey(id);
  return {
    async write(key, source) {
      const hash = createHash('sha256');
      let bytes = 0;
      let failure: unknown;
      const counted = async function* () {
        try {
          for await (const chunk of source) {
            hash.update(chunk);
            bytes += chunk.byteLength;
            yield chunk;
          }
        } catch (error) {
          failure = error;
          throw error;
        }
      };
      try {
        await put(
          `${prefix}${key}`,
          Readable.from(encryptArtifact(counted(), key, keys), { objectMode: false }),
        );
      } catch (error) {
        await disk.delete(`${prefix}${key}`).catch(() => {});
        // The driver wraps what the source threw; the caller wants the cause.
        throw failure ?? error;
      }
      return { bytes, sha256: hash.digest('hex') };
    },
    async open(key) {
      const stored = await disk.getStream(`${prefix}${key}`);
      return Readable.from(decryptArtifact(stored, key, keys), { objectMode: false });
    },
    async remove(key) {
      if (await disk.exists(`${prefix}${key}`)) await disk.delete(`${prefix}${key}`);
    },
    exists: (key) => disk.exists(`${prefix}${key}`),
  };
}

type OpenDisk = { disk: Disk; prefix: string; put: (key: string, source: Readable) => Promise<void> };

async function openDisk({ storageUrl, dataDir }: StorageOptions): Promise<OpenDisk> {
  const url = storageUrl ? new URL(storageUrl) : undefined;
  if (url?.protocol === 's3:') return openBucket(url, path.join(dataDir, 'spool'));
  const location = url ? fileURLToPath(url) : path.join(dataDir, 'storage');
  const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
  return { disk, prefix: '', put: (key, source) => disk.putStream(key, source) };
}

/** Credentials come from the environment in AWS's own way; `endpoint` serves others that speak S3. */
async function openBucket(url: URL, spool: string): Promise<OpenDisk> {
  // Only here: the client is large and most installations write local files.
  const [{ S3Driver }, { S3Client }] = await Promise.all([
    import('flydrive/drivers/s3'),
    import('@aws-sdk/client-s3'),
  ]);
  const endpoint = url.searchParams.get('endpoint');
  const client = new S3Client({
    region: url.searchParams.get('region') ?? process.env.AWS_REGION ?? 'us-east-1',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
  const disk = new Disk(
    new S3Driver({ client, bucket: url.hostname, visibility: 'private', supportsACL: false }),
  );
  const folder = url.pathname.replace(/^\/+|\/+$/g, '');
  return {
    disk,
    prefix: folder ? `${folder}/` : '',
    // S3 wants the length first, which is known only when all is written: the encrypted bytes wait in a local file.
    async put(key, source) {
      await mkdir(spool, { recursive: true, mode: 0o700 });
      const file = path.join(spool, randomUUID());
      try {
        await pipeline(source, createWriteStream(file, { mode: 0o600 }));
        const { size } = await stat(file);
        await disk.putStream(key, createReadStream(file), { contentLength: size });
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}
