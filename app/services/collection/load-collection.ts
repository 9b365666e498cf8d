import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { collectionOf } from '#app/domain/data-map/data-map.ts';
import { mentionsOthers, parseHeader, parseRowLine } from '#app/domain/disclosure/collected-line.ts';
import { redactRow } from '#app/domain/disclosure/redact-row.ts';
import {
  collectionRuns,
  collectionSources,
  matchCandidates,
  packages,
  withholdings,
} from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { readLines } from '../disclosure/read-lines.ts';
import { NotFound } from '../errors.ts';
import { latestRun } from './collection-case.ts';
import { activeDataMap } from './collection-world.ts';

const requestSchema = z.strictObject({ requestId: z.uuid() });

/** Everything of a request's newest collection but the rows: for the case page. Null before the first. */
export async function loadCollection(ctx: Ctx, input: z.input<typeof requestSchema>) {
  requireStaff(ctx.actor, ...READING);
  const { requestId } = requestSchema.parse(input);
  const run = await latestRun(ctx, requestId);
  if (!run) return null;
  const [sources, candidates, withheld, built] = await Promise.all([
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
    ctx.db.select().from(packages).where(eq(packages.requestId, requestId)).orderBy(desc(packages.queuedAt)),
  ]);
  return {
    run,
    sources: sources.map(({ storageKey, ...source }) => ({ ...source, readable: storageKey !== null })),
    candidates: candidates.map(({ keySealed, summarySealed, reasonSealed, ...candidate }) => ({
      ...candidate,
      key: ctx.vault.open(keySealed, 'match_candidates.key'),
      record: JSON.parse(ctx.vault.open(summarySealed, 'match_candidates.summary')) as Record<
        string,
        unknown
      >,
      reason: ctx.vault.openOptional(reasonSealed, 'match_candidates.reason'),
    })),
    withholdings: withheld.map(({ reasonSealed, ...one }) => ({
      ...one,
      reason: ctx.vault.openOptional(reasonSealed, 'withholdings.reason'),
    })),
    packages: built.map(({ storageKey: _, ...one }) => one),
  };
}

const rowsSchema = z.strictObject({
  sourceId: z.uuid(),
  from: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(20),
  /** Only rows that mention another person. */
  onlyThirdParty: z.boolean().default(false),
});

/** A row as an officer reviews it: as it was found, and as it will leave. */
export type ReviewRow = {
  /** Zero-based, as `withholdRow` takes it. */
  readonly row: number;
  readonly found: Record<string, unknown>;
  readonly leaving: Record<string, unknown>;
  readonly thirdParty: boolean;
  readonly masked: readonly string[];
  /** Ways by which it was found: `email` of the field itself, or `source.field`. */
  readonly ways: readonly string[];
};

type RowsPage = { rows: ReviewRow[]; columns: string[]; next: number | null };

/** A page of the rows that were found in a source; the log says who looked. @throws Forbidden, z.ZodError, NotFound */
export async function readCollectedRows(ctx: Ctx, input: z.input<typeof rowsSchema>): Promise<RowsPage> {
  requireStaff(ctx.actor, ...READING);
  const wanted = rowsSchema.parse(input);
  const { requestId, ...page } = await readRowsPage(ctx, wanted);
  const seen = { source: wanted.sourceId, from: wanted.from, rows: page.rows.length };
  await change(ctx, (tx) => tx.audit({ kind: 'rows.viewed', requestId, data: seen }));
  return page;
}

async function readRowsPage(
  ctx: Ctx,
  { sourceId, from, limit, onlyThirdParty }: z.output<typeof rowsSchema>,
): Promise<RowsPage & { requestId: string }> {
  const [found] = await ctx.db
    .select({
      source: collectionSources,
      digest: collectionRuns.dataMapDigest,
      requestId: collectionRuns.requestId,
    })
    .from(collectionSources)
    .innerJoin(collectionRuns, eq(collectionRuns.id, collectionSources.runId))
    .where(eq(collectionSources.id, sourceId));
  if (!found?.source.storageKey) throw new NotFound('collected_rows');
  const { requestId } = found;
  const { map } = await activeDataMap(ctx, found.digest);
  const { fields } = collectionOf(map, `${found.source.dataset}/${found.source.collection}`);
  const columns = [
    ...new Set(fields.flatMap((field) => (field.neverExport ? [] : [field.path.split('.')[0] ?? '']))),
  ];
  const rows: ReviewRow[] = [];
  let ways: string[] | undefined;
  let number = -1;
  for await (const line of readLines(await ctx.storage.open(found.source.storageKey))) {
    if (!ways) {
      ways = parseHeader(line).reaches.map((reach) =>
        reach.by === 'identity' ? `${reach.kind}` : `${reach.from.source}.${reach.from.field}`,
      );
      continue;
    }
    number += 1;
    if (number < from) continue;
    const row = parseRowLine(line);
    if (onlyThirdParty && !mentionsOthers(row)) continue;
    if (rows.length === limit) return { requestId, rows, columns, next: number };
    const { json, masked } = redactRow(row, [], undefined);
    const known = ways;
    rows.push({
      row: number,
      found: JSON.parse(row.json) as Record<string, unknown>,
      leaving: JSON.parse(json) as Record<string, unknown>,
      thirdParty: mentionsOthers(row),
      masked: masked.map(({ field }) => field),
      ways: row.via.map((at) => known[at] ?? ''),
    });
  }
  return { requestId, rows, columns, next: null };
}
