import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { CollectionStatus } from '#db/schema/index.ts';
import { collectionRuns, collectionSources, matchCandidates, withholdings } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

export interface SourceView {
  readonly id: string;
  readonly dataset: string;
  readonly collection: string;
  readonly status: 'waiting' | 'reading' | 'read' | 'failed' | 'manual';
  readonly rows: number;
  readonly bytes: number;
  readonly thirdPartyRows: number;
  readonly failure: string | null;
  /** Whether there are rows to look at. */
  readonly readable: boolean;
}

export interface CandidateView {
  readonly id: string;
  readonly dataset: string;
  readonly collection: string;
  /** The record by field, as it was found. */
  readonly record: Readonly<Record<string, string>>;
  readonly decision: 'undecided' | 'subject' | 'other';
}

export interface WithholdingView {
  readonly id: string;
  readonly dataset: string;
  readonly collection: string;
  readonly row: number | null;
  readonly fields: readonly string[] | null;
  readonly ground: string;
  readonly citation: string;
  readonly reason: string | null;
  readonly recordedBy: string;
}

export interface CollectionView {
  readonly runId: string;
  readonly status: CollectionStatus;
  readonly startedBy: string;
  readonly queuedAt: string;
  readonly finishedAt: string | null;
  readonly failure: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  readonly sources: readonly SourceView[];
  readonly candidates: readonly CandidateView[];
  readonly withholdings: readonly WithholdingView[];
  readonly rows: number;
  /** Sources that are done, whatever came of them. */
  readonly done: number;
  /** Whether something is still moving: the page then looks again by itself. */
  readonly moving: boolean;
}

/** The newest walk over the data for a request; null before the first. */
export async function readCollection(ctx: Ctx, requestId: string): Promise<CollectionView | null> {
  const [run] = await ctx.db
    .select()
    .from(collectionRuns)
    .where(eq(collectionRuns.requestId, requestId))
    .orderBy(desc(collectionRuns.queuedAt))
    .limit(1);
  if (!run) return null;
  const [sources, candidates, withheld] = await Promise.all([
    ctx.db
      .select()
      .from(collectionSources)
      .where(eq(collectionSources.runId, run.id))
      .orderBy(asc(collectionSources.dataset), asc(collectionSources.collection)),
    ctx.db
      .select()
      .from(matchCandidates)
      .where(eq(matchCandidates.runId, run.id))
      .orderBy(asc(matchCandidates.id)),
    ctx.db
      .select()
      .from(withholdings)
      .where(and(eq(withholdings.runId, run.id), isNull(withholdings.liftedAt)))
      .orderBy(asc(withholdings.recordedAt)),
  ]);
  return {
    runId: run.id,
    status: run.status,
    startedBy: run.startedBy,
    queuedAt: run.queuedAt.toString(),
    finishedAt: run.finishedAt?.toString() ?? null,
    failure: run.failure,
    reviewedBy: run.reviewedBy,
    reviewedAt: run.reviewedAt?.toString() ?? null,
    sources: sources.map(({ storageKey, ...source }) => ({
      ...sourceFields(source),
      readable: storageKey !== null,
    })),
    candidates: candidates.map(({ id, dataset, collection, decision, summarySealed }) => ({
      id,
      dataset,
      collection,
      decision,
      record: fieldsOf(ctx.vault.open(summarySealed, 'match_candidates.summary')),
    })),
    withholdings: withheld.map((row) => ({
      id: row.id,
      dataset: row.dataset,
      collection: row.collection,
      row: row.row,
      fields: row.fields,
      ground: row.ground,
      citation: row.citation,
      reason: ctx.vault.openOptional(row.reasonSealed, 'withholdings.reason'),
      recordedBy: row.recordedBy,
    })),
    rows: sources.reduce((sum, { rows }) => sum + rows, 0),
    done: sources.filter(({ status }) => status !== 'waiting' && status !== 'reading').length,
    moving: run.status === 'queued' || run.status === 'running',
  };
}

function sourceFields(source: Omit<typeof collectionSources.$inferSelect, 'storageKey'>) {
  const { id, dataset, collection, status, rows, bytes, thirdPartyRows, failure } = source;
  return { id, dataset, collection, status, rows, bytes, thirdPartyRows, failure };
}

function fieldsOf(json: string): Record<string, string> {
  const record = JSON.parse(json) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [field, text(value)]));
}
