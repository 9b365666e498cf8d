import { and, eq, isNull } from 'drizzle-orm';
import { ASSURANCE_LEVELS } from '#app/domain/identity/assurance.ts';
import { identityProofs, requests } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
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
