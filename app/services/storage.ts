import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseStorageUrl, STORAGE_URL_FORM, type StoragePlace } from '#app/config/storage-url.ts';
import { OperatorError } from '#db/operator-error.ts';
import { decryptArtifact, encryptArtifact, type FileKeys } from './artifact-cipher.ts';
import { openDisk, type StorageDisk } from './storage-disk.ts';
import { listingOf, type StorageListing } from './storage-listing.ts';

/** Files that outlive a request of the web: attachments, collected rows, packages. Always encrypted at rest. */
export interface ArtifactStorage extends StorageListing {
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
  /** See `parseStorageUrl`; local files under `dataDir` when unset. */
  readonly storageUrl: string | undefined;
  readonly dataDir: string;
  readonly vault: { readonly fileKey: FileKeys };
}

/** A key that says nothing: `<kind>/<uuid>`. */
export function artifactKey(kind: 'attachment' | 'collected' | 'package' | 'supplied'): string {
  return `${kind}/${randomUUID()}`;
}

export async function openStorage(options: StorageOptions): Promise<ArtifactStorage> {
  const disk = await diskOf(options);
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
        await disk.put(key, Readable.from(encryptArtifact(counted(), key, keys), { objectMode: false }));
      } catch (error) {
        await disk.delete(key).catch(() => {});
        // The driver wraps what the source threw; the caller wants the cause.
        throw failure ?? error;
      }
      return { bytes, sha256: hash.digest('hex') };
    },
    async open(key) {
      const stored = await disk.get(key);
      return Readable.from(decryptArtifact(stored, key, keys), { objectMode: false });
    },
    async remove(key) {
      if (await disk.exists(key)) await disk.delete(key);
    },
    exists: (key) => disk.exists(key),
    ...listingOf(disk, spoolOf(options), keys),
  };
}

/**
 * Finds out whether the place of STORAGE_URL can be used.
 * @throws OperatorError saying what is wrong with it
 */
export async function checkStorage(options: Omit<StorageOptions, 'vault'>): Promise<void> {
  await (await diskOf(options)).check();
}

function diskOf({ storageUrl, dataDir }: Omit<StorageOptions, 'vault'>): Promise<StorageDisk> {
  return openDisk(placeOf(storageUrl, dataDir), spoolOf({ dataDir }));
}

/** Folder for what must be written whole before it can be sent. */
function spoolOf({ dataDir }: Pick<StorageOptions, 'dataDir'>): string {
  return path.join(dataDir, 'spool');
}

function placeOf(storageUrl: string | undefined, dataDir: string): StoragePlace {
  if (!storageUrl) return { kind: 'folder', path: path.join(dataDir, 'storage') };
  const place = parseStorageUrl(storageUrl);
  if (!place)
    throw new OperatorError(`STORAGE_URL: got a value that is kept secret, expected ${STORAGE_URL_FORM}`);
  return place;
}
