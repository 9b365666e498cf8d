import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { AssuranceLevel, AttributeKind, ProofMethod } from '#app/domain/identity/assurance.ts';
import type { AccountControl, RealNameFinding, RealNameShortfall } from '#app/domain/identity/real-name.ts';
import { instructionRegistrations } from './addenda.ts';
import { instant, plainDate, primaryId } from './columns.ts';
import { requests } from './requests.ts';

/** One-time codes: six digits, kept as a keyed hash, 15 minutes, 5 tries each. */
export const oneTimeCodes = pgTable(
  'one_time_codes',
  {
    id: primaryId(),
    /** Null when a code was asked for an unknown reference or address: the answer must look and last the same. */
    requestId: uuid().references(() => requests.id),
    /** Instructions for after death are no request: a code for them names their registration instead. */
    registrationId: uuid().references(() => instructionRegistrations.id, { onDelete: 'cascade' }),
    purpose: text().$type<CodePurpose>().notNull(),
    /** Keyed hash of the address the code went to; limits count per address across codes. */
    addressIndex: text().notNull(),
    codeHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    failures: integer().notNull().default(0),
    consumedAt: instant(),
  },
  (t) => [
    index('one_time_codes_address').on(t.addressIndex, t.createdAt),
    index('one_time_codes_request').on(t.requestId),
  ],
);

export type CodePurpose = 'verify' | 'track' | 'download' | 'address_on_file' | 'instructions' | 'agent';

/** A browser that may see one request's pages for a while; the cookie holds the token, we hold its hash. */
export const subjectSessions = pgTable(
  'subject_sessions',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    tokenHash: text().notNull().unique(),
    scope: text().$type<'filed' | 'track'>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('subject_sessions_request').on(t.requestId)],
);

/** How an identity was established: method, attributes compared and the reason a person gave. */
export const identityProofs = pgTable(
  'identity_proofs',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    method: text().$type<ProofMethod>().notNull(),
    assurance: text().$type<AssuranceLevel>().notNull(),
    /** Kinds of attributes compared, never their values. */
    attributesCompared: jsonb().$type<string[]>().notNull(),
    reasonSealed: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('identity_proofs_request').on(t.requestId)],
);

/**
 * Each look at the real-name record of a request's account in the customer's system. Neither the recorded name nor the
 * account stands here: only whether it is the name of the request, by which method, since when, and what follows.
 */
export const realNameChecks = pgTable(
  'real_name_checks',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    finding: text().$type<RealNameFinding>().notNull(),
    control: text().$type<AccountControl>().notNull(),
    /** Why the assurance was not raised; empty when it was. */
    shortfalls: jsonb().$type<RealNameShortfall[]>().notNull(),
    /** `<dataset>/<collection>` that was read. */
    source: text().notNull(),
    /** In the source's own word. */
    method: text(),
    authenticatedOn: plainDate(),
    /** The proof that the check led to. */
    proofId: uuid().references(() => identityProofs.id),
    checkedBy: text().notNull(),
    checkedAt: instant().notNull(),
  },
  (t) => [index('real_name_checks_request').on(t.requestId, t.checkedAt)],
);

/** Attribute values that are proven; only these seed the walk over the data. */
export const provenAttributes = pgTable(
  'proven_attributes',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    proofId: uuid()
      .notNull()
      .references(() => identityProofs.id),
    kind: text().$type<AttributeKind>().notNull(),
    valueSealed: text().notNull(),
    valueIndex: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('proven_attributes_request').on(t.requestId)],
);

/** The authority seen for a request on behalf of somebody, and who receives; delivery is refused without it. */
export const deliveryAuthorities = pgTable('delivery_authorities', {
  id: primaryId(),
  requestId: uuid()
    .notNull()
    .unique()
    .references(() => requests.id),
  authoritySeen: text().notNull(),
  recipient: text().$type<'subject' | 'representative'>().notNull(),
  reasonSealed: text().notNull(),
  recordedBy: text().notNull(),
  recordedAt: instant().notNull(),
});
