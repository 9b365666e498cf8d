import type { AssuranceLevel, ProofMethod } from '#app/domain/identity/assurance.ts';
import { identityProofs } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { recordAttribute } from './record-attribute.ts';

interface AccountProof {
  readonly requestId: string;
  /** Letter for letter as it was looked up: another account may differ in nothing but its case. */
  readonly account: string;
  readonly method: ProofMethod;
  readonly assurance: AssuranceLevel;
  /** Kinds of attributes that were compared, never their values. */
  readonly attributes: readonly string[];
  readonly recordedBy: string;
}

/** Writes, within a change, that an account is proven to be the data subject's; it seeds the walk. @returns its id */
export async function recordAccountProof(ctx: Ctx, tx: Change, proof: AccountProof): Promise<string> {
  const { requestId, account, method, assurance, recordedBy } = proof;
  const attributes = [...proof.attributes];
  const recordedAt = ctx.clock.now();
  const [row] = await tx.db
    .insert(identityProofs)
    .values({ requestId, method, assurance, attributesCompared: attributes, recordedBy, recordedAt })
    .returning({ id: identityProofs.id });
  if (!row) throw new Error('identity_proofs: the insert returned no row');
  await recordAttribute(ctx, tx, { requestId, proofId: row.id, kind: 'account_id', value: account });
  await tx.audit({ kind: 'identity.proven', requestId, data: { method, assurance, attributes } });
  return row.id;
}
