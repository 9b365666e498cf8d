import type { Json } from '#app/domain/audit/canonical-json.ts';
import type { SealableEntry } from '#app/domain/audit/hash-chain.ts';
import type { auditEntries } from '#db/schema/index.ts';

/** A stored entry in the form that is hashed. */
export function sealableEntry(row: typeof auditEntries.$inferSelect): SealableEntry {
  return { ...row, at: row.at.toString(), data: row.data as Json };
}
