import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { collectionRuns, collectionSources, requests } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { suppliedArtifact } from '../collection/run-collection.ts';
import type { Ctx } from '../context.ts';

/** Removes the collected rows of requests that closed long enough ago; counts and places stay. @returns how many files */
export async function purgeCollectedRows(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const limit = heldUntil(OWN_RECORDS.collectedRows.keep, ctx.clock.now());
  const over = await ctx.db
    .select({ id: collectionSources.id, storageKey: collectionSources.storageKey })
    .from(collectionSources)
    .innerJoin(collectionRuns, eq(collectionRuns.id, collectionSources.runId))
    .innerJoin(requests, eq(requests.id, collectionRuns.requestId))
    .where(and(isNotNull(collectionSources.storageKey), lte(requests.closedAt, limit)));
  for (const source of over) await removeCollected(ctx, source);
  return over.length;
}

/** The files first, then the row: see `purgePackage`. Rows that a person supplied have a file of their own. */
export async function removeCollected(
  ctx: Ctx,
  { id, storageKey }: { id: string; storageKey: string | null },
): Promise<void> {
  // A person can have supplied rows that no walk has taken up since.
  await ctx.storage.remove(suppliedArtifact(id));
  if (!storageKey) return;
  await ctx.storage.remove(storageKey);
  await ctx.db.update(collectionSources).set({ storageKey: null }).where(eq(collectionSources.id, id));
}
