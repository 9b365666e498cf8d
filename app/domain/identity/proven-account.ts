import { normaliseAccountId } from './normalise.ts';

/** What a proof of identity tells of accounts. */
interface ProofOfAccount {
  readonly revoked: boolean;
  readonly proven: readonly { readonly kind: string; readonly value: string }[];
}

/** Whether the account that somebody claimed is among those proven by a proof that still stands. */
export function isAccountProven(account: string, proofs: readonly ProofOfAccount[]): boolean {
  const claimed = normaliseAccountId(account);
  return proofs.some(
    ({ revoked, proven }) =>
      !revoked &&
      proven.some(({ kind, value }) => kind === 'account_id' && normaliseAccountId(value) === claimed),
  );
}
