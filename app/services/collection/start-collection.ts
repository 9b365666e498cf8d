import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { collectionRuns } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { lockCase, referenceSchema } from '../cases/load-case.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { latestRun, undoReview } from './collection-case.ts';
import { activeDataMap, provenOf } from './collection-world.ts';

export const startCollectionSchema = z.strictObject({ reference: referenceSchema });

/** Statuses in which an item is being worked on. */
const AT_WORK = ['in-progress', 'in-review', 'awaiting-clarification'];
/** Tries of the job: sources that are away for a few minutes are waited for. */
const ATTEMPTS = 6;

/**
 * Starts the walk over the data map for a request; the worker does it. A new run takes the place of an earlier one.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `item_not_at_work`, `nothing_proven`, `collection_running`,
 *   `no_data_map`, `data_map_invalid`, `already_delivered`
 */
export async function startCollection(
  ctx: Ctx,
  input: z.input<typeof startCollectionSchema>,
): Promise<{ runId: string }> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference } = startCollectionSchema.parse(input);
  return change(ctx, async (tx) => {
    const { request, items } = await lockCase(tx, reference);
    if (!items.some((item) => AT_WORK.includes(item.status))) throw new Conflict('item_not_at_work');
    if ((await provenOf(ctx, tx, request.id)).length === 0) throw new Conflict('nothing_proven');
    const { digest } = await activeDataMap(tx);
    const running = await tx.db.$count(
      collectionRuns,
      and(eq(collectionRuns.requestId, request.id), inArray(collectionRuns.status, ['queued', 'running'])),
    );
    if (running > 0) throw new Conflict('collection_running');
    const before = await latestRun(tx, request.id);
    if (before) await undoReview(tx, before);
    const [run] = await tx.db
      .insert(collectionRuns)
      .values({
        requestId: request.id,
        status: 'queued',
        dataMapDigest: digest,
        startedBy: personId,
        queuedAt: ctx.clock.now(),
      })
      .returning({ id: collectionRuns.id });
    const runId = run?.id ?? '';
    await tx.audit({ kind: 'collection.started', requestId: request.id, data: { run: runId } });
    await tx.enqueue('run_collection', { runId }, { jobKey: `collection:${runId}`, maxAttempts: ATTEMPTS });
    return { runId };
  });
}
