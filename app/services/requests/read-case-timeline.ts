import { and, asc, eq, inArray } from 'drizzle-orm';
import type { EntryKind } from '#app/domain/audit/entry.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { auditEntries, requestItems } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** One thing that happened; `what` is a key below `case.timeline` in `portal.json`. */
export interface CaseMoment {
  readonly what: string;
  readonly at: string;
  readonly right: DataSubjectRight | null;
}

/** What of the log concerns the subject, and the name under which it is told; everything else stays inside. */
const TOLD: Partial<Record<EntryKind, (data: Record<string, unknown>) => string | null>> = {
  'request.filed': () => 'filed',
  'contact.verified': () => 'address_confirmed',
  'identity.proven': ({ method }) =>
    String(method) in TOLD_PROOFS ? (TOLD_PROOFS[String(method)] ?? null) : 'identity_checked',
  'authority.recorded': () => 'authority_recorded',
  'contact.changed': () => 'contact_changed',
  'residence.corrected': () => 'residence_corrected',
  'item.event': ({ event }) => (TOLD_EVENTS.includes(String(event)) ? String(event) : null),
  'message.recorded': ({ kind }) => (kind === 'complaint' ? 'complaint' : null),
  'transfer.withdrawn': () => 'transfer_withdrawn',
  'transfer.released': () => 'transfer_released',
  'transfer.attempted': ({ outcome }) => (outcome === 'accepted' ? 'transfer_arrived' : null),
  'transfer.ruled_out': () => 'transfer_ruled_out',
  'package.delivered': () => 'delivered',
  'package.downloaded': ({ by }) => (by === 'subject' ? 'downloaded' : null),
};

/** A mailbox is told of by `contact.verified` already. */
const TOLD_PROOFS: Readonly<Record<string, string | null>> = {
  email_code: null,
  code_to_address_on_file: 'account_proven',
  real_name_authentication: 'account_proven',
};

const TOLD_EVENTS = [
  'started_without_identity',
  'identity_verified',
  'identity_revoked',
  'clarification_requested',
  'clarification_received',
  'review_started',
  'extended',
  'fulfilled',
  'partly_fulfilled',
  'refused',
  'withdrawn',
  'expired',
];

/** The history of a request as the log has it, oldest first. The caller has checked who reads. */
export async function readCaseTimeline(ctx: Ctx, requestId: string): Promise<CaseMoment[]> {
  const kinds = Object.keys(TOLD) as EntryKind[];
  const rows = await ctx.db
    .select({
      kind: auditEntries.kind,
      data: auditEntries.data,
      at: auditEntries.at,
      right: requestItems.right,
    })
    .from(auditEntries)
    .leftJoin(requestItems, eq(requestItems.id, auditEntries.itemId))
    .where(and(eq(auditEntries.requestId, requestId), inArray(auditEntries.kind, kinds)))
    .orderBy(asc(auditEntries.id));
  return rows.flatMap(({ kind, data, at, right }) => {
    const what = TOLD[kind as EntryKind]?.(data);
    return what ? [{ what, at: at.toString(), right }] : [];
  });
}
