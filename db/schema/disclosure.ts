import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { InfeasibleReason } from '#app/domain/portability/direct-transmission.ts';
import type { TransferState } from '#app/domain/portability/transfer.ts';
import { instant, primaryId } from './columns.ts';
import { receivers } from './organisation.ts';
import { requestItems, requests } from './requests.ts';

export const COLLECTION_STATUSES = ['queued', 'running', 'ambiguous-match', 'collected', 'failed'] as const;
export type CollectionStatus = (typeof COLLECTION_STATUSES)[number];

/** One walk over the data map for a request. */
export const collectionRuns = pgTable(
  'collection_runs',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    status: text().$type<CollectionStatus>().notNull(),
    /** Digest of the data map that was walked. */
    dataMapDigest: text(),
    startedBy: text().notNull(),
    queuedAt: instant().notNull(),
    startedAt: instant(),
    finishedAt: instant(),
    failure: text(),
    /** When an officer confirmed that the rows belong to the data subject and third persons are protected. */
    reviewedBy: text(),
    reviewedAt: instant(),
  },
  (t) => [index('collection_runs_request').on(t.requestId)],
);

/** Progress and result per collection of a dataset; the rows themselves are an encrypted file in storage. */
export const collectionSources = pgTable(
  'collection_sources',
  {
    id: primaryId(),
    runId: uuid()
      .notNull()
      .references(() => collectionRuns.id),
    dataset: text().notNull(),
    collection: text().notNull(),
    status: text().$type<'waiting' | 'reading' | 'read' | 'failed' | 'manual'>().notNull(),
    rows: integer().notNull().default(0),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    /** Rows that mention another person: each waits for a person's review. */
    thirdPartyRows: integer().notNull().default(0),
    storageKey: text(),
    failure: text(),
    updatedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('collection_sources_place').on(t.runId, t.dataset, t.collection)],
);

/** A candidate record behind one proven address; an officer says which of them is the data subject's. */
export const matchCandidates = pgTable(
  'match_candidates',
  {
    id: primaryId(),
    runId: uuid()
      .notNull()
      .references(() => collectionRuns.id),
    dataset: text().notNull(),
    collection: text().notNull(),
    keySealed: text().notNull(),
    summarySealed: text().notNull(),
    decision: text().$type<'undecided' | 'subject' | 'other'>().notNull().default('undecided'),
    reasonSealed: text(),
    decidedBy: text(),
    decidedAt: instant(),
  },
  (t) => [index('match_candidates_run').on(t.runId)],
);

/** What is kept out of the package, by row (its ordinal in the collected file) or as a whole collection. */
export const withholdings = pgTable(
  'withholdings',
  {
    id: primaryId(),
    runId: uuid()
      .notNull()
      .references(() => collectionRuns.id),
    dataset: text().notNull(),
    collection: text().notNull(),
    /** Zero-based row in the collected file; null withholds the collection. */
    row: integer(),
    /** Field names to mask in that row; null withholds the whole row. */
    fields: jsonb().$type<string[]>(),
    ground: text().notNull(),
    citation: text().notNull(),
    reasonSealed: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
    liftedAt: instant(),
  },
  (t) => [index('withholdings_run').on(t.runId)],
);

export const packages = pgTable(
  'packages',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    itemId: uuid()
      .notNull()
      .references(() => requestItems.id),
    runId: uuid()
      .notNull()
      .references(() => collectionRuns.id),
    status: text().$type<'queued' | 'building' | 'built' | 'failed' | 'purged'>().notNull(),
    storageKey: text(),
    bytes: bigint({ mode: 'number' }),
    rows: integer(),
    files: integer(),
    /** SHA-256 of the whole file, hex. */
    sha256: text(),
    /** The detached signature that also stands in the file. */
    signature: text(),
    signingKeyId: text(),
    failure: text(),
    queuedAt: instant().notNull(),
    builtAt: instant(),
    deliveredAt: instant(),
    /** After this instant a download is refused and the artifact is purged. */
    expiresAt: instant(),
    downloads: integer().notNull().default(0),
  },
  (t) => [index('packages_request').on(t.requestId)],
);

/** The wish to have an item's package sent straight to another controller, and what came of it. */
export const transfers = pgTable(
  'transfers',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    itemId: uuid()
      .notNull()
      .unique()
      .references(() => requestItems.id),
    state: text().$type<TransferState>().notNull(),
    /** Null where the subject named somebody whom the configuration does not list; that name stays in the details. */
    receiverKey: text().references(() => receivers.key),
    /** Name and territory as the subject confirmed them. */
    receiverName: text(),
    receiverTerritory: text(),
    wishedAt: instant().notNull(),
    /** The package that was released, and the key under which the receiver takes it once. */
    packageId: uuid().references(() => packages.id),
    idempotencyKey: uuid(),
    releasedBy: text(),
    releasedAt: instant(),
    attempts: integer().notNull().default(0),
    /** Why the last attempt did not arrive: a word of ours. */
    failure: text(),
    responseStatus: integer(),
    /** What the receiver calls its receipt. */
    receipt: text(),
    /** When it came to rest: accepted, refused, given up, ruled out or withdrawn. */
    restedAt: instant(),
    reason: text().$type<InfeasibleReason>(),
    citation: text(),
    /** The officer's words to the subject. */
    wordsSealed: text(),
    ruledOutBy: text(),
  },
  (t) => [index('transfers_request').on(t.requestId)],
);

/** Ed25519 keys that packages, receipts and checkpoints are signed with; retired ones stay published. */
export const signingKeys = pgTable('signing_keys', {
  kid: text().primaryKey(),
  publicJwk: jsonb().$type<Record<string, string>>().notNull(),
  privateSealed: text(),
  createdAt: instant().notNull(),
  retiredAt: instant(),
});
