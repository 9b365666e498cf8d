import { GENESIS_HASH, type Seal, type SealableEntry, sealEntry } from './hash-chain.ts';

export type ChainBreak = {
  /** Id of the entry at which the chain breaks, or the number of the link when the entry is gone. */
  readonly at: string;
  readonly reason:
    | 'entry-missing'
    | 'entry-changed'
    | 'link-broken'
    | 'number-missing'
    | 'truncated'
    | 'checkpoint-differs';
};

/** What a signed checkpoint says of the chain at one time. */
export interface Checkpoint {
  readonly seq: number;
  readonly hash: string;
}

/** Re-reads a chain link by link; holds only the last link, so a log of any size fits. */
export class ChainVerifier {
  #seq = 0;
  #hash = GENESIS_HASH;
  readonly #checkpoint: Checkpoint | undefined;

  constructor(checkpoint?: Checkpoint, start?: Checkpoint) {
    this.#checkpoint = checkpoint;
    if (start) {
      this.#seq = start.seq;
      this.#hash = start.hash;
    }
  }

  get sealed(): number {
    return this.#seq;
  }

  /** Takes the next seal in order of its number with its entry (null when the entry is gone). */
  next(seal: Seal, entry: SealableEntry | null): ChainBreak | null {
    if (seal.seq !== this.#seq + 1) return { at: `seq:${this.#seq + 1}`, reason: 'number-missing' };
    if (seal.previousHash !== this.#hash) return { at: String(seal.entryId), reason: 'link-broken' };
    if (!entry) return { at: String(seal.entryId), reason: 'entry-missing' };
    const expected = sealEntry(entry, this.#seq === 0 ? null : { seq: this.#seq, hash: this.#hash });
    if (expected.hash !== seal.hash) return { at: String(seal.entryId), reason: 'entry-changed' };
    this.#seq = seal.seq;
    this.#hash = seal.hash;
    if (this.#checkpoint?.seq === seal.seq && this.#checkpoint.hash !== seal.hash)
      return { at: String(seal.entryId), reason: 'checkpoint-differs' };
    return null;
  }

  /** Called after the last seal: a chain shorter than its checkpoint was cut off. */
  end(): ChainBreak | null {
    if (this.#checkpoint && this.#checkpoint.seq > this.#seq)
      return { at: `seq:${this.#seq + 1}`, reason: 'truncated' };
    return null;
  }
}
