import { fromBufferPromise } from 'yauzl';
import { allOf } from './all-of.ts';

/** The entries of a ZIP file by their names. */
export async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const file = await fromBufferPromise(zip, { lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const entry of file.eachEntry()) {
    found.set(
      entry.fileName,
      Buffer.concat((await allOf(await file.openReadStreamPromise(entry))) as Buffer[]),
    );
  }
  return found;
}
