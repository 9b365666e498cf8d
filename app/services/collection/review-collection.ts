import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { collectionRuns, collectionSources, withholdings } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { lockRun } from './collection-case.ts';

export const reviewCollectionSchema = z.strictObject({ runId: z.uuid() });

/**
 * Records that a person looked at what was found: the rows are the data subject's, and what speaks of others is masked or
 * withheld. Delivery waits for this.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `not_collected`, `source_awaits_person`, `collection_replaced`
 */
export async function reviewCollection(
  ctx: Ctx,
  input: z.input<typeof reviewCollectionSchema>,
): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { runId } = reviewCollectionSchema.parse(input);
  return change(ctx, async (tx) => {
    const run = await lockRun(tx, runId);
    if (run.status !== 'collected') throw new Conflict('not_collected', { status: run.status });
    const sources = await tx.db.select().from(collectionSources).where(eq(collectionSources.runId, runId));
    const waiting = sources.find((source) => source.status !== 'read');
    if (waiting)
      throw new Conflict('source_awaits_person', { source: `${waiting.dataset}/${waiting.collection}` });
    const withheld = await tx.db.$count(
      withholdings,
      and(eq(withholdings.runId, runId), isNull(withholdings.liftedAt)),
    );
    await tx.db
      .update(collectionRuns)
      .set({ reviewedBy: personId, reviewedAt: ctx.clock.now() })
      .where(eq(collectionRuns.id, runId));
    const rows = sources.reduce((sum, source) => sum + source.rows, 0);
    await tx.audit({
      kind: 'collection.reviewed',
      requestId: run.requestId,
      data: { run: runId, rows, withheld },
    });
  });
}
