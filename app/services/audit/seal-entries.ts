import { and, desc, gt, max, notExists, sql } from 'drizzle-orm';
import { type Seal, sealEntry } from '#app/domain/audit/hash-chain.ts';
import type { Tx } from '#db/client.ts';
import { auditEntries, auditSeals } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { sealableEntry } from './sealable-entry.ts';

/** Entries sealed in one transaction; keeps it short while a backlog is worked off. */
const BATCH = 500;

/**
 * How far behind the newest sealed entry a quick pass looks for entries that committed late: ids are handed out
 * before the commit, so a lower one can appear after a higher one was sealed. What is older waits for a whole pass.
 */
const WINDOW = 5_000;

/** Any fixed number: only one sealer at a time may number entries. */
const SEALER_LOCK = 4_812_026;

export interface SealOptions {
  /** `recent` costs the same however long the log is; `whole` looks at every entry. Default `recent`. */
  readonly reach?: 'recent' | 'whole';
}

/**
 * Numbers and hashes entries that are committed and not sealed yet, oldest first, until none is left in reach.
 * Only one runs at a time; another finds the lock taken and returns at once.
 * @returns how many entries were sealed
 */
export async function sealEntries(ctx: Ctx, { reach = 'recent' }: SealOptions = {}): Promise<number> {
  requireSystem(ctx.actor);
  for (let total = 0; ; ) {
    const sealed = await ctx.db.transaction((tx) => sealBatch(ctx, tx, reach));
    total += sealed;
    if (sealed < BATCH) return total;
  }
}

async function sealBatch(ctx: Ctx, tx: Tx, reach: 'recent' | 'whole'): Promise<number> {
  const [lock] = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as locked`,
  );
  if (!lock?.locked) return 0;
  const from = reach === 'whole' ? 0 : await windowStart(tx);
  const entries = await unsealedAfter(tx, from);
  if (entries.length === 0) return 0;
  const [last] = await tx.select().from(auditSeals).orderBy(desc(auditSeals.seq)).limit(1);
  const sealedAt = ctx.clock.now();
  const seals: Seal[] = [];
  for (const entry of entries) seals.push(sealEntry(sealableEntry(entry), seals.at(-1) ?? last ?? null));
  await tx.insert(auditSeals).values(seals.map((seal) => ({ ...seal, sealedAt })));
  return seals.length;
}

async function windowStart(tx: Tx): Promise<number> {
  const [newest] = await tx.select({ id: max(auditSeals.entryId) }).from(auditSeals);
  return Math.max(0, (newest?.id ?? 0) - WINDOW);
}

/** The bound stands in both halves, so that neither table is read from its beginning. */
function unsealedAfter(tx: Tx, id: number) {
  const seal = tx
    .select({ one: sql`1` })
    .from(auditSeals)
    .where(and(sql`${auditSeals.entryId} = ${auditEntries.id}`, gt(auditSeals.entryId, id)));
  return tx
    .select()
    .from(auditEntries)
    .where(and(gt(auditEntries.id, id), notExists(seal)))
    .orderBy(auditEntries.id)
    .limit(BATCH);
}
