import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** An entry whose bytes are made when its turn comes: later entries may speak of earlier ones. */
export type ZipEntry = {
  readonly path: string;
  readonly bytes: () => AsyncGenerator<Buffer> | Promise<Buffer>;
};

/** What was written, as the manifest tells it. */
export type WrittenEntry = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Built from local parts, which is how it is stored: the same bytes on a machine in any time zone. */
const FIXED_TIME = new Date(1980, 0, 1, 0, 0, 0);

/** Twice the speed of the usual level for a tenth more bytes: collecting and delivering wait for this. */
const LEVEL = 1;

/**
 * A zip made while it is read, in constant memory and at the reader's pace; entries stand in the order given.
 * @param onWritten called as each entry ends, before the next begins
 */
export function zipStream(
  entries: readonly ZipEntry[],
  onWritten: (written: WrittenEntry) => void,
): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => void output.destroy(error);
  zip.on('error', fail);
  for (const { path, bytes } of entries) {
    const options = { mtime: FIXED_TIME, mode: 0o100644, compressionLevel: LEVEL, forceDosTimestamp: true };
    zip.addReadStreamLazy(path, options, (start) => {
      const stream = Readable.from(measured(path, bytes, onWritten), {
        objectMode: false,
        highWaterMark: 64 * 1024,
      });
      stream.on('error', fail);
      start(null, stream);
    });
  }
  zip.end();
  return output;
}

async function* measured(path: string, bytes: ZipEntry['bytes'], onWritten: (written: WrittenEntry) => void) {
  const hash = createHash('sha256');
  let length = 0;
  const made = bytes();
  const chunks = made instanceof Promise ? [await made] : made;
  for await (const chunk of chunks) {
    hash.update(chunk);
    length += chunk.length;
    yield chunk;
  }
  onWritten({ path, bytes: length, sha256: hash.digest('hex') });
}
