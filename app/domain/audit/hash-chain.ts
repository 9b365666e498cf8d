import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from './canonical-json.ts';

/** An entry as the database returns it; `at` is an instant in UTC with as many digits as were stored. */
export interface SealableEntry {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly requestId: string | null;
  readonly itemId: string | null;
  readonly data: Json;
}

export interface Seal {
  readonly seq: number;
  readonly entryId: number;
  /** Hex. */
  readonly previousHash: string;
  /** Hex. */
  readonly hash: string;
}

/** Each kind of thing hashed has a prefix of its own, so that one can never be passed off as another. */
const ENTRY_PREFIX = Uint8Array.of(0x00);
const LINK_PREFIX = Uint8Array.of(0x01);

/** The hash before the first entry: 32 zero bytes, hex. */
export const GENESIS_HASH = '00'.repeat(32);

/** SHA-256 of an entry in canonical JSON. */
export function entryHash(entry: SealableEntry): Uint8Array {
  const { id, at, kind, actorKind, actorId, requestId, itemId, data } = entry;
  const text = canonicalJson({ id, at, kind, actorKind, actorId, requestId, itemId, data });
  return sha256(concatBytes(ENTRY_PREFIX, utf8ToBytes(text)));
}

/** Binds an entry to its place and its predecessor. */
export function sealEntry(entry: SealableEntry, previous: Pick<Seal, 'seq' | 'hash'> | null): Seal {
  const seq = (previous?.seq ?? 0) + 1;
  const previousHash = previous?.hash ?? GENESIS_HASH;
  const place = utf8ToBytes(`${seq}:`);
  const hash = bytesToHex(
    sha256(concatBytes(LINK_PREFIX, hexToBytes(previousHash), place, entryHash(entry))),
  );
  return { seq, entryId: entry.id, previousHash, hash };
}
