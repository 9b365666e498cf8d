import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, primaryId } from './columns.ts';
import { requestItems, requests } from './requests.ts';

export const MESSAGE_KINDS = [
  'question',
  'answer',
  'extension',
  'decision',
  'complaint',
  'note',
  'fee',
  'dispute',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What was said between officer and subject, and notices as they were sent; `note` is internal. */
export const messages = pgTable(
  'messages',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    itemId: uuid().references(() => requestItems.id),
    kind: text().$type<MessageKind>().notNull(),
    locale: text().notNull(),
    bodySealed: text().notNull(),
    author: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('messages_request').on(t.requestId, t.createdAt)],
);

/** A file that a person gave: an answer's attachment or evidence of identity or authority; encrypted in storage. */
export const attachments = pgTable(
  'attachments',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    messageId: uuid().references(() => messages.id),
    purpose: text().$type<'answer' | 'identity' | 'authority' | 'execution'>().notNull(),
    storageKey: text().notNull(),
    nameSealed: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    uploadedBy: text().notNull(),
    createdAt: instant().notNull(),
    purgedAt: instant(),
  },
  (t) => [index('attachments_request').on(t.requestId)],
);

/** Mail waiting to be sent or sent. Inserted in the transaction of the change that it tells of. */
export const outboxMails = pgTable(
  'outbox_mails',
  {
    id: primaryId(),
    requestId: uuid().references(() => requests.id),
    kind: text().notNull(),
    locale: text().notNull(),
    toSealed: text(),
    /** JSON of the values that the text of this kind needs. */
    paramsSealed: text(),
    reference: text(),
    /** Fixed at insert: if a process dies between the server's 250 and our record, the copy bears the same id. */
    messageId: text().notNull().unique(),
    attempts: integer().notNull().default(0),
    lastFailure: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    /** When the last try failed; it is not tried again by itself. */
    gaveUpAt: instant(),
    purgedAt: instant(),
  },
  (t) => [index('outbox_mails_unsent').on(t.sentAt, t.createdAt)],
);

/** The decision on one item, with what a refusal cannot be sent without. */
export const decisions = pgTable('decisions', {
  id: primaryId(),
  itemId: uuid()
    .notNull()
    .unique()
    .references(() => requestItems.id),
  outcome: text().$type<'fulfilled' | 'partly-fulfilled' | 'refused'>().notNull(),
  ground: text(),
  reasonsSealed: text(),
  /** Name, address and complaint page of the regulator as they were told to the subject. */
  regulator: jsonb().$type<{ name: string; url?: string; phone?: string }>(),
  remedy: text(),
  decidedBy: text().notNull(),
  decidedAt: instant().notNull(),
});

/** Who carried a right out, in which system, when, with which evidence: no item is fulfilled without one. */
export const executionRecords = pgTable(
  'execution_records',
  {
    id: primaryId(),
    itemId: uuid()
      .notNull()
      .references(() => requestItems.id),
    system: text().notNull(),
    executedBy: text().notNull(),
    executedAt: instant().notNull(),
    counts: jsonb().$type<Record<string, number>>().notNull().default({}),
    evidenceSealed: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('execution_records_item').on(t.itemId)],
);

/** A second person's word on what cannot be undone: asked by one, decided by another, before anybody acts. */
export const approvals = pgTable(
  'approvals',
  {
    id: primaryId(),
    itemId: uuid()
      .notNull()
      .references(() => requestItems.id),
    askedBy: text().notNull(),
    askedAt: instant().notNull(),
    /** What exactly is to be done, as the asker described it. */
    planSealed: text().notNull(),
    outcome: text().$type<'approved' | 'declined'>(),
    decidedBy: text(),
    decidedAt: instant(),
    reasonSealed: text(),
  },
  (t) => [index('approvals_item').on(t.itemId, t.askedAt)],
);
