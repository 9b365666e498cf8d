import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { collectionRuns, packages } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';

/**
 * Sets aside, within a change, what was collected and built on proofs that fell; a package that was delivered can no
 * longer be downloaded. A later proof may be of somebody else: nothing found by the fallen ones may leave on its strength.
 * @param why stands as the failure of the collection
 */
export async function setAsideFindings(
  ctx: Ctx,
  tx: Change,
  requestId: string,
  why: 'identity_refused' | 'proof_withdrawn',
): Promise<void> {
  await tx.db
    .update(collectionRuns)
    .set({ status: 'failed', failure: why, reviewedAt: null, reviewedBy: null })
    .where(eq(collectionRuns.requestId, requestId));
  await tx.db
    .update(packages)
    .set({ status: 'failed', failure: 'superseded' })
    .where(
      and(
        eq(packages.requestId, requestId),
        isNull(packages.deliveredAt),
        inArray(packages.status, ['queued', 'building', 'built']),
      ),
    );
  const now = ctx.clock.now();
  await tx.db
    .update(packages)
    .set({ expiresAt: now })
    .where(and(eq(packages.requestId, requestId), gt(packages.expiresAt, now)));
}
