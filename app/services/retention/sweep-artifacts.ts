import { getTableColumns, inArray, is } from 'drizzle-orm';
import { type PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import * as schema from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import type { ListedFile } from '../storage-listing.ts';

/** Files looked up at a time. */
const BATCH = 500;
/** So many strays, and more of them than of others, is no crash but a database that does not belong to these files. */
const SUSPICIOUS = 20;
/** Left by a start that was killed while it tried the place: a word that says nothing, under no key. */
const CHECK = /^check\//;

/** Keys that `artifactKey` and `suppliedArtifact` make, and what the check of a place leaves. */
const OURS = /^(attachment|collected|package|supplied|check)\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes files that no row names because their process ended between writing and recording them: a day after their last
 * byte, so that none in progress is touched, and only what was encrypted with a key of ours, since a place may be
 * shared. Nothing of a request changes, so the log has no entry for it.
 * @returns how many files are gone
 * @throws Conflict `storage_of_another_database` when most files are strays, or the database knows no request that
 *   one could have come from; nothing is removed then
 */
export async function sweepArtifacts(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const before = heldUntil(OWN_RECORDS.strayFile.keep, ctx.clock.now());
  const strays: string[] = [];
  let named = 0;
  for await (const batch of batches(ctx.storage.list())) {
    const known = await keysInRows(ctx, batch);
    named += known.size;
    for (const { key, writtenAt } of batch)
      if (!known.has(key) && writtenAt.epochMilliseconds < before.epochMilliseconds) strays.push(key);
  }
  const others = strays.filter((key) => !CHECK.test(key));
  const empty = others.length > 0 && named === 0 && (await ctx.db.$count(schema.requests)) === 0;
  if (empty || (strays.length > SUSPICIOUS && strays.length > named))
    throw new Conflict('storage_of_another_database', { strays: strays.length, named });
  let removed = await ctx.storage.clearSpool(before);
  for (const key of strays) {
    if (!CHECK.test(key) && !(await ctx.storage.isOurs(key))) continue;
    await ctx.storage.remove(key);
    removed += 1;
  }
  return removed;
}

async function* batches(files: AsyncIterable<ListedFile>): AsyncGenerator<ListedFile[]> {
  let batch: ListedFile[] = [];
  for await (const file of files) {
    if (!OURS.test(file.key)) continue;
    batch.push(file);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Every column of the schema that names a file, also those that are yet to come. */
const NAMING = Object.values(schema).flatMap((table) => {
  const columns: Record<string, PgColumn> = is(table, PgTable) ? getTableColumns(table) : {};
  return columns.storageKey ? [columns.storageKey] : [];
});

async function keysInRows(ctx: Ctx, files: readonly ListedFile[]): Promise<Set<string>> {
  const keys = files.map(({ key }) => key);
  const known = new Set<string>();
  for (const column of NAMING) {
    const rows = await ctx.db.select({ key: column }).from(column.table).where(inArray(column, keys));
    for (const { key } of rows) known.add(String(key));
  }
  // Rows that a person supplied lie under the id of their source.
  const supplied = keys.flatMap((key) =>
    key.startsWith('supplied/') ? [key.slice('supplied/'.length)] : [],
  );
  if (supplied.length > 0) {
    const { id } = schema.collectionSources;
    const rows = await ctx.db.select({ id }).from(schema.collectionSources).where(inArray(id, supplied));
    for (const row of rows) known.add(`supplied/${row.id}`);
  }
  return known;
}
