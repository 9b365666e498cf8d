import { opendir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { type FileKeys, keyIdOf } from './artifact-cipher.ts';
import type { StorageDisk } from './storage-disk.ts';

/** A file as it lies in storage, whoever put it there. */
export interface ListedFile {
  readonly key: string;
  /** When its last byte was written. */
  readonly writtenAt: Temporal.Instant;
}

/** What finds files that an interrupted write left behind. */
export interface StorageListing {
  /** Every file of the place, whoever put it there. */
  list(): AsyncIterable<ListedFile>;
  /** Whether one of our keys encrypted it, or it is too short to hold anything: another installation's is not ours. */
  isOurs(key: string): Promise<boolean>;
  /** Removes local copies that waited to be sent when their process ended. @returns how many */
  clearSpool(before: Temporal.Instant): Promise<number>;
}

/**
 * The listing of a place.
 * @param spool folder of local copies that wait to be sent
 * @param keys ours, by id; throws for an id that is none of ours
 */
export function listingOf(disk: StorageDisk, spool: string, keys: FileKeys): StorageListing {
  return {
    async *list() {
      yield* await disk.list();
    },
    async isOurs(key) {
      const keyId = await keyIdOf(await disk.get(key));
      if (keyId === 'cut_short') return true;
      try {
        return keyId !== 'foreign' && keys(keyId).keyId === keyId;
      } catch {
        return false;
      }
    },
    async clearSpool(before) {
      let removed = 0;
      for (const name of await readdir(spool).catch(() => [])) {
        const file = path.join(spool, name);
        const found = await stat(file).catch(() => null);
        if (!found?.isFile() || found.mtimeMs >= before.epochMilliseconds) continue;
        await rm(file, { force: true });
        removed += 1;
      }
      return removed;
    },
  };
}

/** The files below a folder, by their path in it; none when the folder is not there yet. */
export async function* filesBelow(folder: string): AsyncGenerator<ListedFile> {
  const entries = await opendir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for await (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const found = await stat(file).catch(() => null);
    const key = path.relative(folder, file).split(path.sep).join('/');
    if (found) yield { key, writtenAt: instantOf(found.mtime) };
  }
}

interface Page {
  readonly Contents?:
    | readonly { readonly Key?: string | undefined; readonly LastModified?: Date | undefined }[]
    | undefined;
}

/** The objects of a listing, by their key after the prefix. */
export async function* objectsOf(pages: AsyncIterable<Page>, prefix: string): AsyncGenerator<ListedFile> {
  for await (const { Contents = [] } of pages)
    for (const { Key = '', LastModified } of Contents)
      if (LastModified) yield { key: Key.slice(prefix.length), writtenAt: instantOf(LastModified) };
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}
