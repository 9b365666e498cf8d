import { eq, inArray } from 'drizzle-orm';
import {
  agentConfirmations,
  approvals,
  collectionRuns,
  collectionSources,
  decisions,
  deliveryAuthorities,
  executionRecords,
  feeAnnouncements,
  identityProofs,
  matchCandidates,
  messages,
  packages,
  provenAttributes,
  realNameChecks,
  requestItems,
  requests,
  residenceRecords,
  transfers,
  withholdings,
} from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { purgeAttachments } from './purge-attachments.ts';
import { removeCollected } from './purge-collected-rows.ts';
import { purgePackage } from './purge-packages.ts';

/**
 * Purges what a closed request says in words: who, what was asked, what was written and found. Its record stays:
 * reference, rights, law, dates, outcome, grounds, counts. Files go first, so that an interrupted purge is
 * completed by the next one.
 * @returns whether it was purged now; false when it was before
 */
export async function purgePayload(ctx: Ctx, requestId: string): Promise<boolean> {
  await purgeFiles(ctx, requestId);
  return change(ctx, async (tx) => {
    const [request] = await tx.db.select().from(requests).where(eq(requests.id, requestId)).for('update');
    if (!request || request.payloadPurgedAt) return false;
    const rows = (await purgeItems(ctx, tx, requestId)) + (await purgeRuns(tx, requestId));
    await purgeIdentity(ctx, tx, requestId);
    await tx.db
      .update(requests)
      .set({
        nameSealed: null,
        nameIndex: null,
        emailSealed: null,
        emailIndex: null,
        accountSealed: null,
        accountIndex: null,
        representativeSealed: null,
        payloadPurgedAt: ctx.clock.now(),
      })
      .where(eq(requests.id, requestId));
    await tx.audit({ kind: 'request.purged', requestId, data: { rows: rows + 1 } });
    return true;
  });
}

async function purgeFiles(ctx: Ctx, requestId: string): Promise<void> {
  await purgeAttachments(ctx, requestId, ['answer', 'identity', 'authority', 'execution']);
  const built = await ctx.db
    .select({ id: packages.id })
    .from(packages)
    .where(eq(packages.requestId, requestId));
  for (const { id } of built) await purgePackage(ctx, id);
  const collected = await ctx.db
    .select({ id: collectionSources.id, storageKey: collectionSources.storageKey })
    .from(collectionSources)
    .innerJoin(collectionRuns, eq(collectionRuns.id, collectionSources.runId))
    .where(eq(collectionRuns.requestId, requestId));
  for (const source of collected) await removeCollected(ctx, source);
}

async function purgeItems(ctx: Ctx, tx: Change, requestId: string): Promise<number> {
  const ids = tx.db
    .select({ id: requestItems.id })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId));
  const empty = (column: string) => ctx.vault.seal('', column);
  const results = [
    await tx.db.update(decisions).set({ reasonsSealed: null }).where(inArray(decisions.itemId, ids)),
    await tx.db
      .update(executionRecords)
      .set({ evidenceSealed: null })
      .where(inArray(executionRecords.itemId, ids)),
    await tx.db
      .update(requestItems)
      .set({ detailsSealed: null })
      .where(eq(requestItems.requestId, requestId)),
    // The receiver's receipt names the same person in their house.
    await tx.db
      .update(transfers)
      .set({ wordsSealed: null, receipt: null })
      .where(eq(transfers.requestId, requestId)),
    await tx.db
      .update(approvals)
      .set({ planSealed: empty('approvals.plan'), reasonSealed: null })
      .where(inArray(approvals.itemId, ids)),
    await tx.db
      .update(feeAnnouncements)
      .set({ noticeSealed: empty('fee_announcements.notice') })
      .where(eq(feeAnnouncements.requestId, requestId)),
    await tx.db
      .update(messages)
      .set({ bodySealed: empty('messages.body') })
      .where(eq(messages.requestId, requestId)),
  ];
  return results.reduce((sum, { count }) => sum + count, 0);
}

async function purgeRuns(tx: Change, requestId: string): Promise<number> {
  const runs = tx.db
    .select({ id: collectionRuns.id })
    .from(collectionRuns)
    .where(eq(collectionRuns.requestId, requestId));
  const gone = await tx.db.delete(matchCandidates).where(inArray(matchCandidates.runId, runs));
  await tx.db.update(withholdings).set({ reasonSealed: null }).where(inArray(withholdings.runId, runs));
  return gone.count;
}

async function purgeIdentity(ctx: Ctx, tx: Change, requestId: string): Promise<void> {
  await tx.db.delete(realNameChecks).where(eq(realNameChecks.requestId, requestId));
  await tx.db.delete(provenAttributes).where(eq(provenAttributes.requestId, requestId));
  await tx.db
    .update(agentConfirmations)
    .set({ addressSealed: null, addressIndex: '' })
    .where(eq(agentConfirmations.requestId, requestId));
  await tx.db
    .update(identityProofs)
    .set({ reasonSealed: null })
    .where(eq(identityProofs.requestId, requestId));
  await tx.db
    .update(residenceRecords)
    .set({ reasonSealed: null })
    .where(eq(residenceRecords.requestId, requestId));
  await tx.db
    .update(deliveryAuthorities)
    .set({ reasonSealed: ctx.vault.seal('', 'delivery_authorities.reason') })
    .where(eq(deliveryAuthorities.requestId, requestId));
}
