import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { collectionRuns, collectionSources } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { lockRun, undoReview } from './collection-case.ts';
import { suppliedArtifact } from './run-collection.ts';

export const supplyRowsSchema = z.strictObject({
  runId: z.uuid(),
  dataset: z.string().max(120),
  collection: z.string().max(120),
});

/**
 * Takes the rows that a person found for a source that is looked up by hand, one JSON object a line, and walks again.
 * A person who looked and found nothing supplies nothing, which counts as having looked.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `source_not_manual`, `collection_replaced`, `already_delivered`
 */
export async function supplyRows(
  ctx: Ctx,
  input: z.input<typeof supplyRowsSchema>,
  lines: AsyncIterable<Uint8Array>,
): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { runId, dataset, collection } = supplyRowsSchema.parse(input);
  const [source] = await ctx.db
    .select()
    .from(collectionSources)
    .where(
      and(
        eq(collectionSources.runId, runId),
        eq(collectionSources.dataset, dataset),
        eq(collectionSources.collection, collection),
      ),
    );
  if (!source) throw new NotFound('collection_source');
  if (source.status !== 'manual') throw new Conflict('source_not_manual', { status: source.status });
  await ctx.storage.write(suppliedArtifact(source.id), lines);
  await change(ctx, async (tx) => {
    const run = await lockRun(tx, runId);
    await undoReview(tx, run);
    await tx.db
      .update(collectionRuns)
      .set({ status: 'queued', finishedAt: null })
      .where(eq(collectionRuns.id, runId));
    await tx.audit({ kind: 'collection.started', requestId: run.requestId, data: { run: runId } });
    await tx.enqueue('run_collection', { runId }, { jobKey: `collection:${runId}`, maxAttempts: 6 });
  });
}
