import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Files at rest: AES-256-GCM in segments, so that a file of any length is written and read in constant memory and no
 * byte is handed on before it is authenticated. Layout: `HBF1`, length and text of the key id, 16 bytes of salt, then
 * segments of up to 64 KiB and a tag each. The key of a file derives from the master key, its salt and its storage
 * key (RFC 5869), so files cannot be exchanged; the nonce is the segment's number and whether it is the last, so
 * segments cannot be reordered, and a file cut short is noticed (the STREAM construction, Hoang et al. 2015).
 */
const MAGIC = Buffer.from('HBF1');
const SALT_BYTES = 16;
const TAG_BYTES = 16;
export const SEGMENT_BYTES = 64 * 1024;

export type FileKeys = (keyId?: string) => { keyId: string; key: Buffer };

/** A stored file that is not what was written: cut short, changed, moved, or sealed with another key. */
export class ArtifactError extends Error {
  constructor(storageKey: string, what: string) {
    super(`${storageKey}: ${what}`);
    this.name = 'ArtifactError';
  }
}

export async function* encryptArtifact(
  source: AsyncIterable<Uint8Array>,
  storageKey: string,
  keys: FileKeys,
): AsyncGenerator<Buffer> {
  const { keyId, key } = keys();
  const salt = randomBytes(SALT_BYTES);
  const fileKey = deriveFileKey(key, salt, storageKey);
  yield Buffer.concat([MAGIC, Buffer.from([keyId.length]), Buffer.from(keyId, 'latin1'), salt]);
  let number = 0;
  // Parts are handed on as they are: joining them would copy every byte twice more.
  const seal = (plain: readonly Buffer[], last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonce(number++, last));
    const sealed = plain.map((part) => cipher.update(part));
    cipher.final();
    return [...sealed, cipher.getAuthTag()];
  };
  // A full segment waits until more arrives: only then is it known not to be the last.
  const held = new Reblocker();
  for await (const chunk of source) {
    held.push(chunk);
    while (held.bytes > SEGMENT_BYTES) yield* seal(held.take(SEGMENT_BYTES), false);
  }
  yield* seal(held.take(held.bytes), true);
}

/** @throws ArtifactError */
export async function* decryptArtifact(
  source: AsyncIterable<Uint8Array>,
  storageKey: string,
  keys: FileKeys,
): AsyncGenerator<Buffer> {
  const held = new Reblocker();
  const sealedBytes = SEGMENT_BYTES + TAG_BYTES;
  let fileKey: Buffer | undefined;
  let number = 0;
  const open = (length: number, last: boolean) => {
    if (!fileKey || length < TAG_BYTES) throw new ArtifactError(storageKey, 'is cut short');
    const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce(number++, last));
    const plain = held.take(length - TAG_BYTES).map((part) => decipher.update(part));
    decipher.setAuthTag(Buffer.concat(held.take(TAG_BYTES)));
    try {
      decipher.final();
      return plain;
    } catch {
      throw new ArtifactError(storageKey, `segment ${number - 1} was changed or the file is cut short`);
    }
  };
  for await (const chunk of source) {
    held.push(chunk);
    if (!fileKey) {
      const header = held.peek(MAGIC.length + 1);
      if (!header) continue;
      const idLength = header[MAGIC.length] ?? 0;
      const whole = held.peek(MAGIC.length + 1 + idLength + SALT_BYTES);
      if (!header.subarray(0, MAGIC.length).equals(MAGIC))
        throw new ArtifactError(storageKey, 'is not an artifact');
      if (!whole) continue;
      held.take(whole.length);
      const keyId = whole.subarray(MAGIC.length + 1, MAGIC.length + 1 + idLength).toString('latin1');
      fileKey = deriveFileKey(keys(keyId).key, whole.subarray(-SALT_BYTES), storageKey);
    }
    while (held.bytes > sealedBytes) yield* open(sealedBytes, false);
  }
  yield* open(held.bytes, true);
}

/** Bytes of the longest header: magic, length, 255 characters of key id, salt. */
const LONGEST_HEADER = MAGIC.length + 1 + 255 + SALT_BYTES;

/**
 * The id of the key that a stored file was encrypted with; `cut_short` when not even its header was written, `foreign`
 * when it is no artifact. Reads the beginning only.
 */
export async function keyIdOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of source) {
    parts.push(Buffer.from(chunk));
    length += chunk.byteLength;
    if (length >= LONGEST_HEADER) break;
  }
  const start = Buffer.concat(parts);
  const idLength = start[MAGIC.length] ?? 0;
  if (!start.subarray(0, MAGIC.length).equals(MAGIC.subarray(0, start.length))) return 'foreign';
  if (start.length < MAGIC.length + 1 + idLength + SALT_BYTES) return 'cut_short';
  return start.subarray(MAGIC.length + 1, MAGIC.length + 1 + idLength).toString('latin1');
}

function deriveFileKey(master: Buffer, salt: Buffer, storageKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, salt, `artifact:${storageKey}`, 32));
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(number), 3);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** Cuts a stream of chunks into blocks of wished length, as parts of the chunks: nothing is copied. */
class Reblocker {
  bytes = 0;
  #chunks: Buffer[] = [];

  push(chunk: Uint8Array): void {
    this.#chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    this.bytes += chunk.byteLength;
  }

  peek(length: number): Buffer | undefined {
    if (this.bytes < length) return undefined;
    this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]?.subarray(0, length);
  }

  take(length: number): Buffer[] {
    const taken: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const first = this.#chunks[0] as Buffer;
      if (first.length <= missing) {
        taken.push(first);
        this.#chunks.shift();
        missing -= first.length;
      } else {
        taken.push(first.subarray(0, missing));
        this.#chunks[0] = first.subarray(missing);
        missing = 0;
      }
    }
    this.bytes -= length;
    return taken;
  }
}
