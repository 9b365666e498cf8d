import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#app/domain/audit/canonical-json.ts';
import { parseEntry } from '#app/domain/audit/entry.ts';
import { GENESIS_HASH, type Seal, type SealableEntry, sealEntry } from '#app/domain/audit/hash-chain.ts';
import { ChainVerifier } from '#app/domain/audit/verify-chain.ts';

const entry = (id: number): SealableEntry => ({
  id,
  at: '2026-11-02T09:00:00Z',
  kind: 'code.issued',
  actorKind: 'anonymous',
  actorId: null,
  requestId: '00000000-0000-4000-8000-000000000001',
  itemId: null,
  data: { purpose: 'verify' },
});

function chain(length: number): { entries: SealableEntry[]; seals: Seal[] } {
  const entries = Array.from({ length }, (_, i) => entry(i + 1));
  const seals: Seal[] = [];
  for (const one of entries) seals.push(sealEntry(one, seals.at(-1) ?? null));
  return { entries, seals };
}

function firstBreak(entries: (SealableEntry | null)[], seals: Seal[], verifier = new ChainVerifier()) {
  for (const [i, seal] of seals.entries()) {
    const broken = verifier.next(seal, entries[i] ?? null);
    if (broken) return broken;
  }
  return verifier.end();
}

describe('the audit chain', () => {
  it('hashes a published entry to a published value, so that other programs can check it', () => {
    const seal = sealEntry(entry(1), null);
    expect(seal.previousHash).toBe(GENESIS_HASH);
    expect(seal.hash).toBe('426bb010122a506d9a872b31936b8e61a90c09334b20e0f77cc4999f4f9942d4');
  });

  it('holds when nothing was touched', () => {
    const { entries, seals } = chain(20);
    expect(firstBreak(entries, seals)).toBeNull();
  });

  it('names the entry whose content was changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 19 }), (at) => {
        const { entries, seals } = chain(20);
        entries[at] = { ...(entries[at] as SealableEntry), data: { purpose: 'track' } };
        expect(firstBreak(entries, seals)).toEqual({ at: String(at + 1), reason: 'entry-changed' });
      }),
    );
  });

  it('names a missing entry, a missing number and a link that was cut', () => {
    const { entries, seals } = chain(5);
    expect(firstBreak(entries.with(2, null as never), seals)).toEqual({ at: '3', reason: 'entry-missing' });
    expect(firstBreak(entries.toSpliced(2, 1), seals.toSpliced(2, 1))).toEqual({
      at: 'seq:3',
      reason: 'number-missing',
    });
    const relinked = seals.with(3, { ...(seals[3] as Seal), previousHash: GENESIS_HASH });
    expect(firstBreak(entries, relinked)).toEqual({ at: '4', reason: 'link-broken' });
  });

  it('sees that the end was cut off only against a checkpoint', () => {
    const { entries, seals } = chain(5);
    const last = seals[4] as Seal;
    const cut = seals.slice(0, 3);
    expect(firstBreak(entries, cut)).toBeNull();
    expect(firstBreak(entries, cut, new ChainVerifier(last))).toEqual({ at: 'seq:4', reason: 'truncated' });
  });

  it('sees a chain that was rewritten as a whole against a checkpoint', () => {
    const { seals } = chain(5);
    const forged = chain(5);
    const others = forged.entries.map((one) => ({ ...one, actorKind: 'system' }));
    const resealed: Seal[] = [];
    for (const one of others) resealed.push(sealEntry(one, resealed.at(-1) ?? null));
    const verifier = new ChainVerifier(seals[4] as Seal);
    expect(firstBreak(others, resealed, verifier)).toEqual({ at: '5', reason: 'checkpoint-differs' });
  });
});

describe('an audit entry', () => {
  it('refuses a field that its kind does not have, so that no free text slips in', () => {
    expect(() =>
      parseEntry({ kind: 'code.issued', data: { purpose: 'verify', email: 'a@example.org' } as never }),
    ).toThrow();
    expect(() => parseEntry({ kind: 'code.issued', data: { purpose: 'Kim asked for it, please' } })).toThrow(
      /short identifier/,
    );
  });
});

describe('canonical JSON', () => {
  it('writes equal values to equal bytes whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(object);
      }),
    );
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('finite');
  });
});
