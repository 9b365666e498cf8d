import { and, eq } from 'drizzle-orm';
import { ConnectorError, type ConnectorErrorCode } from '#app/connectors/connector.ts';
import { collectionRuns, collectionSources, matchCandidates } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { artifactKey } from '../storage.ts';
import { activeDataMap, openConnectors, provenOf } from './collection-world.ts';
import type { FoundCandidate } from './settle-seeds.ts';
import { type SourceProgress, type WalkResult, walkSources } from './walk-sources.ts';

/** Trying again does not mend these: an administrator has to. */
const FINAL: readonly ConnectorErrorCode[] = [
  'not_allowed',
  'missing_collection',
  'missing_field',
  'bad_row',
];

/** @param last whether a failure now is final */
export type RunOptions = { readonly last: boolean; readonly signal?: AbortSignal };

/**
 * Walks the data map for a run and keeps what was found, encrypted. Idempotent: a run that was cut off starts over and
 * replaces its files; one that ended is left alone. For the worker.
 * @throws what a source threw, so that the queue tries again; not on the last try, and not where trying again mends nothing
 */
export async function runCollection(
  ctx: Ctx,
  { runId }: { runId: string },
  options: RunOptions,
): Promise<void> {
  requireSystem(ctx.actor);
  const run = await beginRun(ctx, runId);
  if (!run) return;
  try {
    const { map } = await activeDataMap(ctx, run.dataMapDigest);
    const proven = await provenOf(ctx, ctx, run.requestId);
    const connectors = await openConnectors(ctx, map, (source) => suppliedKey(ctx, runId, source));
    try {
      const result = await walkSources(map, proven, {
        connectorFor: connectors.connectorFor,
        write: (source, lines) => writeSource(ctx, runId, source, lines),
        onProgress: (progress) => recordProgress(ctx, runId, progress),
        signal: options.signal,
      });
      await removeLeftovers(ctx, runId, result);
      await finishRun(ctx, run, result);
    } finally {
      await connectors.close();
    }
  } catch (error) {
    const final =
      options.last ||
      error instanceof Conflict ||
      (error instanceof ConnectorError && FINAL.includes(error.code));
    // A worker that is being stopped has not failed: the run starts over elsewhere.
    if (options.signal?.aborted || !final) throw error;
    await failRun(ctx, run, error);
  }
}

type Run = typeof collectionRuns.$inferSelect;

async function beginRun(ctx: Ctx, runId: string): Promise<Run | undefined> {
  return change(ctx, async (tx) => {
    const [run] = await tx.db.select().from(collectionRuns).where(eq(collectionRuns.id, runId)).for('update');
    if (!run || (run.status !== 'queued' && run.status !== 'running')) return undefined;
    await tx.db
      .update(collectionRuns)
      .set({ status: 'running', startedAt: ctx.clock.now(), failure: null })
      .where(eq(collectionRuns.id, runId));
    return run;
  });
}

/** Files of an earlier try go when the new one stands, so that a crash in between leaves one of them. */
async function writeSource(ctx: Ctx, runId: string, source: string, lines: AsyncIterable<Uint8Array>) {
  const storageKey = artifactKey('collected');
  const { bytes } = await ctx.storage.write(storageKey, lines);
  const [before] = await ctx.db.select().from(collectionSources).where(placeOf(runId, source));
  await ctx.db.update(collectionSources).set({ storageKey }).where(placeOf(runId, source));
  if (before?.storageKey) await ctx.storage.remove(before.storageKey);
  return { bytes };
}

async function recordProgress(ctx: Ctx, runId: string, progress: SourceProgress): Promise<void> {
  const { source, ...counts } = progress;
  const values = { ...counts, failure: null, updatedAt: ctx.clock.now() };
  await ctx.db
    .insert(collectionSources)
    .values({ runId, ...partsOf(source), ...values })
    .onConflictDoUpdate({
      target: [collectionSources.runId, collectionSources.dataset, collectionSources.collection],
      set: values,
    });
}

/** Sources of an earlier try that this one did not reach, since what is proven has changed meanwhile. */
async function removeLeftovers(ctx: Ctx, runId: string, result: WalkResult): Promise<void> {
  const reached = result.kind === 'collected' ? result.sources.map(({ source }) => source) : [];
  const rows = await ctx.db.select().from(collectionSources).where(eq(collectionSources.runId, runId));
  for (const { id, dataset, collection, storageKey } of rows) {
    if (reached.includes(`${dataset}/${collection}`)) continue;
    await ctx.db.delete(collectionSources).where(eq(collectionSources.id, id));
    if (storageKey) await ctx.storage.remove(storageKey);
    await ctx.storage.remove(suppliedArtifact(id));
  }
}

async function finishRun(ctx: Ctx, run: Run, result: WalkResult): Promise<void> {
  const ambiguous = result.kind === 'ambiguous-match';
  const sources = ambiguous ? [] : result.sources;
  await change(ctx, async (tx) => {
    const [now] = await tx.db
      .select()
      .from(collectionRuns)
      .where(eq(collectionRuns.id, run.id))
      .for('update');
    // The identity was refused while it walked: what it started from is no longer proven.
    if (now?.status !== 'running') return;
    if (ambiguous) {
      await tx.db.delete(matchCandidates).where(eq(matchCandidates.runId, run.id));
      await tx.db
        .insert(matchCandidates)
        .values(result.candidates.map((one) => candidateRow(ctx, run.id, one)));
    }
    const status = ambiguous ? ('ambiguous-match' as const) : ('collected' as const);
    await tx.db
      .update(collectionRuns)
      .set({ status, finishedAt: ctx.clock.now() })
      .where(eq(collectionRuns.id, run.id));
    await tx.audit({
      kind: 'collection.finished',
      requestId: run.requestId,
      data: {
        run: run.id,
        status,
        sources: sources.length,
        rows: sources.reduce((sum, one) => sum + one.rows, 0),
      },
    });
  });
}

function candidateRow(ctx: Ctx, runId: string, candidate: FoundCandidate) {
  return {
    runId,
    ...partsOf(candidate.source),
    keySealed: ctx.vault.seal(candidate.key, 'match_candidates.key'),
    summarySealed: ctx.vault.seal(candidate.json, 'match_candidates.summary'),
  };
}

async function failRun(ctx: Ctx, run: Run, error: unknown): Promise<void> {
  // A code and a place of ours; what the source said may hold a value.
  const failure =
    error instanceof ConnectorError || error instanceof Conflict
      ? `${error.code}${'source' in error ? ` ${error.source}` : ''}`
      : 'failed';
  ctx.log.error({ run: run.id, failure }, 'collection failed');
  await change(ctx, async (tx) => {
    const finishedAt = ctx.clock.now();
    await tx.db
      .update(collectionRuns)
      .set({ status: 'failed', failure, finishedAt })
      .where(eq(collectionRuns.id, run.id));
    await tx.db
      .update(collectionSources)
      .set({ status: 'failed', failure, updatedAt: finishedAt })
      .where(and(eq(collectionSources.runId, run.id), eq(collectionSources.status, 'reading')));
    await tx.audit({
      kind: 'collection.finished',
      requestId: run.requestId,
      data: { run: run.id, status: 'failed', sources: 0, rows: 0 },
    });
  });
}

async function suppliedKey(ctx: Ctx, runId: string, source: string): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ id: collectionSources.id })
    .from(collectionSources)
    .where(placeOf(runId, source));
  return row && suppliedArtifact(row.id);
}

/** Where the rows that a person supplied for a source of a run lie. */
export function suppliedArtifact(sourceRowId: string): string {
  return `supplied/${sourceRowId}`;
}

/** `<dataset>/<collection>`; a dataset's key has no slash. */
export function partsOf(source: string): { dataset: string; collection: string } {
  const at = source.indexOf('/');
  return { dataset: source.slice(0, at), collection: source.slice(at + 1) };
}

function placeOf(runId: string, source: string) {
  const { dataset, collection } = partsOf(source);
  return and(
    eq(collectionSources.runId, runId),
    eq(collectionSources.dataset, dataset),
    eq(collectionSources.collection, collection),
  );
}
