import { and, eq, isNull } from 'drizzle-orm';
import { ASSURANCE_LEVELS } from '#app/domain/identity/assurance.ts';
import { identityProofs, provenAttributes, requests } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import { setAsideFindings } from '../collection/set-aside-findings.ts';
import type { Ctx } from '../context.ts';

/**
 * Takes a real-name proof back, within a change: the record is looked at anew, or the place where it counts is no
 * longer that of the request. The assurance falls to what the other proofs give. @returns whether there was one
 */
export async function withdrawRealName(ctx: Ctx, tx: Change, requestId: string): Promise<boolean> {
  const standing = and(eq(identityProofs.requestId, requestId), isNull(identityProofs.revokedAt));
  const taken = await tx.db
    .update(identityProofs)
    .set({ revokedAt: ctx.clock.now() })
    .where(and(standing, eq(identityProofs.method, 'real_name_authentication')))
    .returning({ id: identityProofs.id });
  if (taken.length === 0) return false;
  const left = await tx.db
    .select({ assurance: identityProofs.assurance })
    .from(identityProofs)
    .where(standing);
  const assurance = ASSURANCE_LEVELS.findLast((level) => left.some((proof) => proof.assurance === level));
  await tx.db
    .update(requests)
    .set({ assurance: assurance ?? 'none' })
    .where(eq(requests.id, requestId));
  return true;
}

/**
 * Sets aside, within a change, what was found while an account was proven by its real name and by nothing else.
 * For when the name no longer proves it.
 */
export async function setAsideUnproven(ctx: Ctx, tx: Change, requestId: string): Promise<void> {
  const accounts = await tx.db
    .select({ sealed: provenAttributes.valueSealed, revokedAt: identityProofs.revokedAt })
    .from(provenAttributes)
    .innerJoin(identityProofs, eq(identityProofs.id, provenAttributes.proofId))
    .where(and(eq(provenAttributes.requestId, requestId), eq(provenAttributes.kind, 'account_id')));
  const account = ({ sealed }: { sealed: string }) => ctx.vault.open(sealed, 'proven_attributes.value');
  const proven = new Set(accounts.filter(({ revokedAt }) => !revokedAt).map(account));
  if (accounts.some((one) => !proven.has(account(one))))
    await setAsideFindings(ctx, tx, requestId, 'proof_withdrawn');
}
