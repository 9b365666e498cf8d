import type { FileHandle } from 'node:fs/promises';
import { type Entry, fromFdPromise, validateFileName, type ZipFile } from 'yauzl';
import { PackageFault, type PackageProblem } from './problem.ts';

/** Far more than a package has: the directory of a hostile file ends somewhere. */
const MOST_ENTRIES = 20_000;

/** What every entry of a package says about itself outside its bytes; anything else was not written by us. */
const FIXED = {
  versionMadeBy: 0x033f,
  lastModFileDate: 0x0021,
  lastModFileTime: 0,
  externalFileAttributes: 0x81a4_0000,
  internalFileAttributes: 0,
  fileCommentLength: 0,
  compressionMethod: 8,
} as const;

export type ZipDirectory = { readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> };

/**
 * Reads the directory of a zip and distrusts it: names that lead outside, names that come twice, entries that overlap, bytes
 * that belong to no entry, local headers that say something else than the directory.
 * @throws PackageFault when there is no readable directory
 */
export async function readZipDirectory(file: FileHandle, problems: PackageProblem[]): Promise<ZipDirectory> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromFdPromise(file.fd, { lazyEntries: true, autoClose: false, strictFileNames: true });
    if (zip.comment !== '')
      problems.push({ code: 'zip_envelope', entry: '', detail: 'the zip carries a comment' });
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      const bad =
        validateFileName(name) ?? (/[^\x21-\x7e]/.test(name) ? 'characters outside plain ASCII' : null);
      if (bad) problems.push({ code: 'entry_name', entry: JSON.stringify(name), detail: bad });
      if (entries.has(name))
        problems.push({ code: 'entry_twice', entry: name, detail: 'expected each name once' });
      entries.set(name, entry);
      if (entries.size > MOST_ENTRIES) throw new Error(`more than ${MOST_ENTRIES} entries`);
    }
  } catch (error) {
    throw new PackageFault('zip_unreadable', '', error instanceof Error ? error.message : 'no zip directory');
  }
  await checkEnvelope(file, zip, [...entries.values()], problems);
  return { zip, entries };
}

async function checkEnvelope(file: FileHandle, zip: ZipFile, entries: Entry[], problems: PackageProblem[]) {
  const say = (entry: string, detail: string) => problems.push({ code: 'zip_envelope', entry, detail });
  let expected = 0;
  for (const entry of entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    const { fileName: name, relativeOffsetOfLocalHeader: offset } = entry;
    for (const [field, value] of Object.entries(FIXED)) {
      if (entry[field as keyof typeof FIXED] !== value) say(name, `${field} is not what a package has`);
    }
    if (entry.extraFieldLength > 0 && entry.compressedSize < 0xffff_ffff) say(name, 'carries an extra field');
    if (offset !== expected)
      say(name, `begins at ${offset}, expected ${expected}: bytes that belong to no entry`);
    try {
      const local = await zip.readLocalFileHeaderPromise(entry);
      for (const field of [
        'generalPurposeBitFlag',
        'compressionMethod',
        'lastModFileTime',
        'lastModFileDate',
        'versionNeededToExtract',
      ] as const) {
        if (local[field] !== entry[field]) say(name, `${field} differs between local header and directory`);
      }
      if (!local.fileName.equals(entry.fileNameRaw))
        say(name, 'name differs between local header and directory');
      if (local.crc32 + local.compressedSize + local.uncompressedSize + local.extraFieldLength > 0) {
        say(name, 'local header gives sizes that a package leaves to the descriptor');
      }
      expected = local.fileDataStart + entry.compressedSize;
      expected += await descriptorLength(file, expected, entry, say);
    } catch (error) {
      say(name, error instanceof Error ? error.message : 'no local header');
      return;
    }
  }
}

/** The descriptor after the bytes repeats checksum and sizes; 16 bytes, or 24 in a large zip. */
async function descriptorLength(
  file: FileHandle,
  position: number,
  entry: Entry,
  say: (entry: string, detail: string) => void,
): Promise<number> {
  const { buffer } = await file.read(Buffer.alloc(24), 0, 24, position);
  const large = entry.compressedSize >= 0xffff_ffff || entry.uncompressedSize >= 0xffff_ffff;
  const sizes = large
    ? [Number(buffer.readBigUInt64LE(8)), Number(buffer.readBigUInt64LE(16))]
    : [buffer.readUInt32LE(8), buffer.readUInt32LE(12)];
  const same =
    buffer.readUInt32LE(0) === 0x0807_4b50 &&
    buffer.readUInt32LE(4) === entry.crc32 &&
    sizes[0] === entry.compressedSize &&
    sizes[1] === entry.uncompressedSize;
  if (!same) say(entry.fileName, 'descriptor differs from the directory');
  return large ? 24 : 16;
}
