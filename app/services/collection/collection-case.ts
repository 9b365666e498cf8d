import { and, desc, eq, isNull } from 'drizzle-orm';
import type { collectionRuns } from '#db/schema/index.ts';
import * as schema from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';

export type RunRow = typeof collectionRuns.$inferSelect;
type Reader = Pick<Ctx, 'db'> | Pick<Change, 'db'>;

/** The newest walk for a request; undefined before the first. */
export async function latestRun({ db }: Reader, requestId: string): Promise<RunRow | undefined> {
  const [run] = await db
    .select()
    .from(schema.collectionRuns)
    .where(eq(schema.collectionRuns.requestId, requestId))
    .orderBy(desc(schema.collectionRuns.queuedAt))
    .limit(1);
  return run;
}

/** A run, locked. @throws NotFound; Conflict `collection_replaced` when a later run has taken its place */
export async function lockRun(tx: Change, runId: string): Promise<RunRow> {
  const { collectionRuns: runs } = schema;
  const [run] = await tx.db.select().from(runs).where(eq(runs.id, runId)).for('update');
  if (!run) throw new NotFound('collection_run');
  if ((await latestRun(tx, run.requestId))?.id !== run.id) throw new Conflict('collection_replaced');
  return run;
}

/**
 * What was confirmed or built before a change to the rows no longer counts: the review is asked for again, and packages
 * that have not left are set aside.
 * @throws Conflict `already_delivered` when the answer has left
 */
export async function undoReview(tx: Change, run: RunRow): Promise<void> {
  const { packages, collectionRuns: runs } = schema;
  const ofRun = await tx.db.select().from(packages).where(eq(packages.runId, run.id)).for('update');
  if (ofRun.some((one) => one.deliveredAt !== null)) throw new Conflict('already_delivered');
  await tx.db
    .update(packages)
    .set({ status: 'failed', failure: 'superseded' })
    .where(and(eq(packages.runId, run.id), isNull(packages.deliveredAt)));
  await tx.db.update(runs).set({ reviewedAt: null, reviewedBy: null }).where(eq(runs.id, run.id));
}

/** A name from the data map as a word that the log takes. */
export function auditWord(name: string): string {
  return (
    name
      .replace(/[^A-Za-z0-9_.:/-]/g, '_')
      .replace(/^[^A-Za-z0-9]/, 'x')
      .slice(0, 80) || 'x'
  );
}
