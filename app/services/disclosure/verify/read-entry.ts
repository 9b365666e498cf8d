import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { PackageFault } from './problem.ts';

/** What an entry turned out to hold. */
export type EntryMeasure = { bytes: number; sha256: string };

/**
 * The bytes of an entry, measured on the way; `measure` is filled when the end is reached.
 * @param limit bytes after which reading stops: a bomb inflates no further than the manifest says
 * @throws PackageFault for an entry that inflates too far or not at all
 */
export async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  limit: number,
  measure: Partial<EntryMeasure> = {},
): AsyncGenerator<Buffer> {
  const name = entry.fileName;
  const hash = createHash('sha256');
  let bytes = 0;
  let checksum = 0;
  try {
    // Bytes are bounded here and not by the size the directory claims.
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const buffer = chunk as Buffer;
      bytes += buffer.length;
      if (bytes > limit) throw new PackageFault('entry_too_big', name, `more than ${limit} bytes`);
      hash.update(buffer);
      checksum = crc32(buffer, checksum);
      yield buffer;
    }
  } catch (error) {
    if (error instanceof PackageFault) throw error;
    throw new PackageFault('changed', name, error instanceof Error ? error.message : 'cannot be inflated');
  }
  if (checksum !== entry.crc32)
    throw new PackageFault('changed', name, 'the checksum of the zip does not match');
  measure.bytes = bytes;
  measure.sha256 = hash.digest('hex');
}

/** A whole small entry. @throws PackageFault */
export async function readSmallEntry(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readEntry(zip, entry, limit)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
