import { z } from 'zod';
import { ASSURANCE_LEVELS, PROOF_METHODS } from '../identity/assurance.ts';
import { ACCOUNT_CONTROLS, REAL_NAME_FINDINGS } from '../identity/real-name.ts';
import { ITEM_STATUSES } from '../lifecycle/item-status.ts';
import { LIFECYCLE_EVENTS } from '../lifecycle/transitions.ts';
import { ANSWER_CHANNELS, ANSWER_MEASURES, POLICY_ANSWERS } from '../policy/policy-answer.ts';
import { RIGHTS } from '../rights/data-subject-right.ts';

const id = z.uuid();
const count = z.int().nonnegative();
/** A word that our own code or configuration chose (a dataset, a jurisdiction, a ground): never what a person typed. */
const word = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,79}$/, 'expected a short identifier');
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[0-9:.]+Z)?$/, 'expected a date or an instant');

/**
 * What each kind of entry may hold: ids, enumerations, counts and instants. No free text and no unkeyed hash of
 * a personal value, so that the log can outlive the data it speaks of.
 */
export const ENTRY_DATA = {
  'request.filed': z.strictObject({ jurisdiction: word, rights: z.array(z.enum(RIGHTS)), filedFor: word }),
  /** A visitor was pointed to the business whose data we process; nothing else is known of them. */
  'request.redirected': z.strictObject({}),
  'item.event': z.strictObject({
    event: z.enum(LIFECYCLE_EVENTS as [string, ...string[]]),
    from: z.enum(ITEM_STATUSES),
    to: z.enum(ITEM_STATUSES),
  }),
  'deadline.computed': z.strictObject({
    pack: word,
    version: word,
    due: moment.nullable(),
    steerBy: moment.nullable(),
  }),
  /** What an administrator keeps moved the dates of an open request. */
  'deadline.changed': z.strictObject({
    pack: word,
    version: word,
    dueBefore: moment.nullable(),
    dueAfter: moment.nullable(),
    steerBefore: moment.nullable(),
    steerAfter: moment.nullable(),
  }),
  'clock.event': z.strictObject({ event: word, at: moment }),
  'residence.corrected': z.strictObject({ from: word, to: word }),
  'code.issued': z.strictObject({ purpose: word }),
  'code.refused': z.strictObject({ purpose: word, reason: word }),
  'session.opened': z.strictObject({ scope: word }),
  'session.revoked': z.strictObject({ sessions: count }),
  'identity.proven': z.strictObject({
    method: z.enum(PROOF_METHODS),
    assurance: z.enum(ASSURANCE_LEVELS),
    attributes: z.array(word),
  }),
  /** The account's real-name record was looked up in the customer's system; no name and no account stands here. */
  'identity.real_name_checked': z.strictObject({
    check: id,
    finding: z.enum(REAL_NAME_FINDINGS),
    control: z.enum(ACCOUNT_CONTROLS),
    raised: z.boolean(),
  }),
  'identity.refused': z.strictObject({ reason: word }),
  'authority.recorded': z.strictObject({ authority: word, recipient: word }),
  /** A code came back from the mailbox of a request, whoever it belongs to. */
  'contact.verified': z.strictObject({}),
  'contact.changed': z.strictObject({ proofsRevoked: count }),
  'message.recorded': z.strictObject({ message: id, kind: word }),
  'attachment.added': z.strictObject({ attachment: id, purpose: word, bytes: count }),
  'attachment.opened': z.strictObject({ attachment: id }),
  'attachment.purged': z.strictObject({ attachment: id }),
  'collection.started': z.strictObject({ run: id }),
  'collection.finished': z.strictObject({ run: id, status: word, sources: count, rows: count }),
  'collection.reviewed': z.strictObject({ run: id, rows: count, withheld: count }),
  /** Somebody of the staff looked at rows of the customer's data, which is an access to personal data of its own. */
  'rows.viewed': z.strictObject({ source: id, from: count, rows: count }),
  'match.decided': z.strictObject({ run: id, candidate: id, decision: word }),
  'withholding.recorded': z.strictObject({ withholding: id, dataset: word, collection: word, ground: word }),
  'withholding.lifted': z.strictObject({ withholding: id }),
  'package.built': z.strictObject({ package: id, bytes: count, rows: count, files: count }),
  'package.failed': z.strictObject({ package: id, reason: word }),
  'package.delivered': z.strictObject({ package: id }),
  'package.downloaded': z.strictObject({ package: id, by: word }),
  'package.purged': z.strictObject({ package: id }),
  'transfer.wished': z.strictObject({ transfer: id, receiver: word.nullable() }),
  'transfer.withdrawn': z.strictObject({ transfer: id }),
  'transfer.released': z.strictObject({ transfer: id, package: id, receiver: word }),
  /** One attempt to hand a package to a receiver; `status` is the HTTP status, null where none came. */
  'transfer.attempted': z.strictObject({
    transfer: id,
    attempt: count,
    outcome: word,
    status: count.nullable(),
  }),
  'transfer.ruled_out': z.strictObject({ transfer: id, reason: word }),
  'approval.asked': z.strictObject({ approval: id }),
  'approval.decided': z.strictObject({ approval: id, outcome: word }),
  'execution.recorded': z.strictObject({ execution: id, system: word }),
  'decision.recorded': z.strictObject({ decision: id, outcome: word, ground: word.nullable() }),
  /** Somebody of the staff had the page of a case before them; at most one in a while per person and case. */
  'case.opened': z.strictObject({}),
  'request.assigned': z.strictObject({ to: word.nullable() }),
  'request.purged': z.strictObject({ rows: count }),
  'agent.asked': z.strictObject({ confirmation: id }),
  'agent.answered': z.strictObject({ confirmation: id, answer: word }),
  'appeal.filed': z.strictObject({ appealed: id }),
  'fee.announced': z.strictObject({ fee: id, ground: word, mechanism: word }),
  'fee.answered': z.strictObject({ fee: id, answer: word }),
  'instructions.recorded': z.strictObject({ registration: id, version: count, scope: word }),
  'instructions.proven': z.strictObject({ registration: id }),
  'instructions.revoked': z.strictObject({ registration: id }),
  'instructions.activated': z.strictObject({ registration: id, claimant: word, evidence: word }),
  /** Data of somebody too young for the service was found; what was set in motion (policy, "Children"). */
  'minor.discovered': z.strictObject({ measure: word }),
  'policy.published': z.strictObject({ version: id, material: z.boolean(), effectiveFrom: moment }),
  /** Notices of a version were put in the outbox; the mails have entries of their own. */
  'policy.notified': z.strictObject({ version: id, notices: count }),
  'policy.answered': z.strictObject({
    version: id,
    notice: id,
    answer: z.enum(POLICY_ANSWERS),
    late: z.boolean(),
    channel: z.enum(ANSWER_CHANNELS),
  }),
  'policy.measure_recorded': z.strictObject({ answer: id, measure: z.enum(ANSWER_MEASURES) }),
  /** The log of a version left in a file, with addresses. */
  'policy.exported': z.strictObject({ version: id, notices: count }),
  'policy.purged': z.strictObject({ notices: count }),
  'person.signed_in': z.strictObject({}),
  'person.sign_in_failed': z.strictObject({ reason: word }),
  'person.signed_out': z.strictObject({}),
  'person.created': z.strictObject({ person: word, role: word }),
  'person.changed': z.strictObject({ person: word, change: word }),
  'settings.changed': z.strictObject({ setting: word }),
  'mail.sent': z.strictObject({ mail: id, kind: word, attempts: count }),
  'mail.gave_up': z.strictObject({ mail: id, kind: word, attempts: count }),
  'outbox.purged': z.strictObject({ mails: count }),
} as const;

export type EntryKind = keyof typeof ENTRY_DATA;
export const ENTRY_KINDS = Object.keys(ENTRY_DATA) as EntryKind[];

/** One entry as it is handed to the log, before the database gives it its id. */
export type EntryDraft = {
  [K in EntryKind]: {
    kind: K;
    requestId?: string | null;
    itemId?: string | null;
    data: z.input<(typeof ENTRY_DATA)[K]>;
  };
}[EntryKind];

/**
 * Checks that an entry holds only what its kind allows.
 * @throws z.ZodError naming the field that does not belong or is malformed
 */
export function parseEntry(draft: EntryDraft): EntryDraft {
  ENTRY_DATA[draft.kind].parse(draft.data);
  return draft;
}
