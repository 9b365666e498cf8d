import { desc, eq, isNull, sql } from 'drizzle-orm';
import { type Seal, sealEntry } from '#app/domain/audit/hash-chain.ts';
import { auditEntries, auditSeals } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { sealableEntry } from './sealable-entry.ts';

/** Entries sealed in one transaction; keeps it short while a backlog is worked off. */
const BATCH = 500;

/** Any fixed number: only one sealer at a time may number entries. */
const SEALER_LOCK = 4_812_026;

/**
 * Numbers and hashes entries that are committed and not sealed yet, oldest first.
 * Only one runs at a time; another finds the lock taken and returns at once.
 * @returns how many entries were sealed
 */
export async function sealEntries(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const [lock] = await tx.execute<{ locked: boolean }>(
      sql`select pg_try_advisory_xact_lock(${SEALER_LOCK}) as locked`,
    );
    if (!lock?.locked) return 0;
    const [last] = await tx.select().from(auditSeals).orderBy(desc(auditSeals.seq)).limit(1);
    const rows = await tx
      .select({ entry: auditEntries })
      .from(auditEntries)
      .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
      .where(isNull(auditSeals.entryId))
      .orderBy(auditEntries.id)
      .limit(BATCH);
    const sealedAt = ctx.clock.now();
    const seals: Seal[] = [];
    for (const { entry } of rows) seals.push(sealEntry(sealableEntry(entry), seals.at(-1) ?? last ?? null));
    if (seals.length > 0) await tx.insert(auditSeals).values(seals.map((seal) => ({ ...seal, sealedAt })));
    return seals.length;
  });
}
