import type { CollectionStatus } from '#db/schema/index.ts';
import { loadCollection } from '../collection/load-collection.ts';
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
  const loaded = await loadCollection(ctx, { requestId });
  if (!loaded) return null;
  const { run, sources, candidates, withholdings: withheld } = loaded;
  return {
    runId: run.id,
    status: run.status,
    startedBy: run.startedBy,
    queuedAt: run.queuedAt.toString(),
    finishedAt: run.finishedAt?.toString() ?? null,
    failure: run.failure,
    reviewedBy: run.reviewedBy,
    reviewedAt: run.reviewedAt?.toString() ?? null,
    sources: sources.map(
      ({ id, dataset, collection, status, rows, bytes, thirdPartyRows, failure, readable }): SourceView => {
        return { id, dataset, collection, status, rows, bytes, thirdPartyRows, failure, readable };
      },
    ),
    candidates: candidates.map(({ id, dataset, collection, decision, record }) => ({
      id,
      dataset,
      collection,
      decision,
      record: textsOf(record),
    })),
    withholdings: withheld.map((row) => ({
      id: row.id,
      dataset: row.dataset,
      collection: row.collection,
      row: row.row,
      fields: row.fields,
      ground: row.ground,
      citation: row.citation,
      reason: row.reason,
      recordedBy: row.recordedBy,
    })),
    rows: sources.reduce((sum, { rows }) => sum + rows, 0),
    done: sources.filter(({ status }) => status !== 'waiting' && status !== 'reading').length,
    moving: run.status === 'queued' || run.status === 'running',
  };
}

function textsOf(record: Readonly<Record<string, unknown>>): Record<string, string> {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(Object.entries(record).map(([field, value]) => [field, text(value)]));
}
