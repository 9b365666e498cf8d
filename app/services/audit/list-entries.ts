import { and, count, desc, eq, isNull, lt, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { ENTRY_KINDS } from '#app/domain/audit/entry.ts';
import { auditEntries, auditSeals, requests } from '#db/schema/index.ts';
import { requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { parseReference } from '../requests/reference.ts';

export const AUDIT_PAGE = 50;

const inputSchema = z.strictObject({
  kind: z
    .enum(ENTRY_KINDS as [string, ...string[]])
    .nullable()
    .default(null),
  actorKind: z.enum(['anonymous', 'subject', 'officer', 'system']).nullable().default(null),
  /** A reference narrows to one request; one that nobody bears finds nothing. */
  reference: z.string().max(40).nullable().default(null),
  /** Entries older than this one; null begins with the newest. */
  before: z.int().positive().nullable().default(null),
});

export interface EntryView {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly actorKind: 'anonymous' | 'subject' | 'officer' | 'system';
  readonly actorId: string | null;
  readonly reference: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** Its number in the chain; null while it waits for the sealer. */
  readonly seq: number | null;
}

/** The log, newest first, for administrator and auditor. @throws Forbidden, z.ZodError */
export async function listEntries(
  ctx: Ctx,
  input: z.input<typeof inputSchema> = {},
): Promise<{ entries: EntryView[]; next: number | null }> {
  requireStaff(ctx.actor, 'administrator', 'auditor');
  const { kind, actorKind, reference, before } = inputSchema.parse(input);
  const where: (SQL | undefined)[] = [
    kind ? eq(auditEntries.kind, kind) : undefined,
    actorKind ? eq(auditEntries.actorKind, actorKind) : undefined,
    before ? lt(auditEntries.id, before) : undefined,
    reference ? eq(requests.reference, parseReference(reference) ?? '') : undefined,
  ];
  const rows = await ctx.db
    .select({ entry: auditEntries, seq: auditSeals.seq, reference: requests.reference })
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .leftJoin(requests, eq(requests.id, auditEntries.requestId))
    .where(and(...where))
    .orderBy(desc(auditEntries.id))
    .limit(AUDIT_PAGE + 1);
  const entries = rows.slice(0, AUDIT_PAGE).map(({ entry, seq, reference }) => ({
    id: entry.id,
    at: entry.at.toString(),
    kind: entry.kind,
    actorKind: entry.actorKind,
    actorId: entry.actorId,
    reference,
    data: entry.data,
    seq,
  }));
  return { entries, next: rows.length > AUDIT_PAGE ? (entries.at(-1)?.id ?? null) : null };
}

export interface ChainState {
  readonly entries: number;
  readonly sealed: number;
  readonly unsealed: number;
  /** Hex; null for an empty chain. */
  readonly hash: string | null;
  readonly sealedAt: string | null;
}

/** How far the chain reaches; it re-reads nothing. @throws Forbidden */
export async function readChainState(ctx: Ctx): Promise<ChainState> {
  requireStaff(ctx.actor, 'administrator', 'auditor');
  const [last] = await ctx.db.select().from(auditSeals).orderBy(desc(auditSeals.seq)).limit(1);
  const [open] = await ctx.db
    .select({ n: count() })
    .from(auditEntries)
    .leftJoin(auditSeals, eq(auditSeals.entryId, auditEntries.id))
    .where(isNull(auditSeals.entryId));
  const unsealed = open?.n ?? 0;
  return {
    entries: await ctx.db.$count(auditEntries),
    sealed: last?.seq ?? 0,
    unsealed,
    hash: last?.hash ?? null,
    sealedAt: last?.sealedAt.toString() ?? null,
  };
}
