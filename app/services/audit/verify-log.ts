import { asc, count, eq, gt, isNull } from 'drizzle-orm';
import { type ChainBreak, ChainVerifier, type Checkpoint } from '#app/domain/audit/verify-chain.ts';
import type { Db } from '#db/client.ts';
import { auditEntries, auditSeals } from '#db/schema/index.ts';
import { sealableEntry } from './sealable-entry.ts';

/** Links read at a time, so that a log of any length is verified in constant memory. */
const PAGE = 2_000;

export interface LogReport {
  readonly entries: number;
  readonly sealed: number;
  readonly unsealed: number;
  readonly broken: ChainBreak | null;
}

/**
 * Re-reads the whole log and names the first broken link.
 * @param checkpoint a signed state of the chain: without one, entries cut off the end go unnoticed
 */
export async function verifyLog(db: Db, checkpoint?: Checkpoint): Promise<LogReport> {
  const verifier = new ChainVerifier(checkpoint);
  const broken = (await followChain(db, verifier)) ?? verifier.end();
  const [total] = await db.select({ n: count() }).from(auditEntries);
  const [open] = await db
    .select({ n: count() })
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .where(isNull(auditSeals.entryId));
  return { entries: total?.n ?? 0, sealed: verifier.sealed, unsealed: open?.n ?? 0, broken };
}

async function followChain(db: Db, verifier: ChainVerifier): Promise<ChainBreak | null> {
  for (let after = 0; ; ) {
    const page = await db
      .select({ seal: auditSeals, entry: auditEntries })
      .from(auditSeals)
      .leftJoin(auditEntries, eq(auditEntries.id, auditSeals.entryId))
      .where(gt(auditSeals.seq, after))
      .orderBy(asc(auditSeals.seq))
      .limit(PAGE);
    for (const { seal, entry } of page) {
      const broken = verifier.next(seal, entry ? sealableEntry(entry) : null);
      if (broken) return broken;
      after = seal.seq;
    }
    if (page.length < PAGE) return null;
  }
}
