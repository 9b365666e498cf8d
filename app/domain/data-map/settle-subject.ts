import type { IdentityKind } from './data-map.ts';
import { normaliseIdentity, type ProvenAttribute } from './identity.ts';

/** A subject record that a proven attribute led to: `key` is its primary key as text. */
export type SubjectCandidate = {
  readonly source: string;
  readonly key: string;
  readonly matched: readonly { readonly kind: IdentityKind; readonly value: string }[];
};

export type SettledSubject =
  | {
      readonly kind: 'settled';
      /** The attributes that may seed the walk. */
      readonly seeds: readonly ProvenAttribute[];
      /** Proven, but also somebody else's: they point at a record other than the proven account. */
      readonly shared: readonly ProvenAttribute[];
    }
  | {
      readonly kind: 'ambiguous-match';
      readonly source: string;
      readonly candidates: readonly SubjectCandidate[];
    };

/**
 * Decides whose records may be read when addresses are shared. A proven account settles it: an address that also leads to
 * another record then seeds nothing, anywhere. Without a proven account, two records behind the proven addresses of one
 * source are an ambiguous match, and nothing is read until an officer has separated them.
 */
export function settleSubject(
  proven: readonly ProvenAttribute[],
  candidates: readonly SubjectCandidate[],
): SettledSubject {
  const shared = new Set<string>();
  for (const source of new Set(candidates.map((candidate) => candidate.source))) {
    const records = candidates.filter((candidate) => candidate.source === source);
    const byAccount = records.filter((record) => record.matched.some((match) => match.kind === 'account_id'));
    if (byAccount.length === 0 && records.length > 1) {
      return { kind: 'ambiguous-match', source, candidates: records };
    }
    if (byAccount.length === 0) continue;
    for (const record of records.filter((other) => !byAccount.includes(other))) {
      for (const match of record.matched) shared.add(`${match.kind} ${match.value}`);
    }
  }
  const isShared = ({ kind, value }: ProvenAttribute) =>
    shared.has(`${kind} ${normaliseIdentity(kind, value)}`);
  return {
    kind: 'settled',
    seeds: proven.filter((attribute) => !isShared(attribute)),
    shared: proven.filter(isShared),
  };
}
