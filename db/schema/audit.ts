import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/**
 * What happened. The application may INSERT and SELECT here and nothing else; the owner role owns the table,
 * so that the application cannot disable the trigger that refuses changes. No foreign keys: an entry outlives
 * what it speaks of.
 */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    kind: text().notNull(),
    actorKind: text().$type<'anonymous' | 'subject' | 'officer' | 'system'>().notNull(),
    actorId: text(),
    requestId: uuid(),
    itemId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('audit_entries_request').on(t.requestId, t.id)],
);

/** The chain: the sealer numbers committed entries and binds each to its predecessor. Hashes are hex. */
export const auditSeals = pgTable('audit_seals', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  entryId: bigint({ mode: 'number' }).notNull().unique(),
  previousHash: text().notNull(),
  hash: text().notNull(),
  sealedAt: instant().notNull(),
});

/** Counters of tries per bucket and window, in the database so that they hold over several processes. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    bucket: text().notNull(),
    windowStart: instant().notNull(),
    count: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.bucket, t.windowStart] }), index('rate_limits_window').on(t.windowStart)],
);
