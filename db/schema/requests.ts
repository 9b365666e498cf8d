import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AssuranceLevel, FiledFor } from '#app/domain/identity/assurance.ts';
import type { ItemStatus } from '#app/domain/lifecycle/item-status.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import type { PolicyReliedOn } from '#app/domain/rules/service-policy.ts';
import { instant, plainDate, primaryId } from './columns.ts';
import { services } from './organisation.ts';

/** A request as it was filed. Personal data is sealed; `*Index` columns hold keyed hashes for exact search. */
export const requests = pgTable(
  'requests',
  {
    id: primaryId(),
    reference: text().notNull().unique(),
    /** One key per form sent: a double submit finds the request that the first one made. */
    submissionKey: text().notNull().unique(),
    locale: text().notNull(),
    country: text().notNull(),
    region: text(),
    /** Id in the rule packs (`EEA`, `US-CA`, `ROW` ...), computed from the residence. */
    jurisdiction: text().notNull(),
    regimeKind: text().$type<'law' | 'policy' | 'not_described'>().notNull(),
    receivedAt: instant().notNull(),
    filedFor: text().$type<FiledFor>().notNull(),
    /** The service that it is about; null where nobody asked, or the answer was: not sure, or all of them. */
    serviceId: text().references(() => services.id),
    /** The policy as it was when the request was filed: a promise does not change afterwards. Null: nobody asked. */
    policy: text().$type<PolicyReliedOn>(),
    /** Name of the data subject; for another person's data see `representativeSealed`. */
    nameSealed: text(),
    nameIndex: text(),
    emailSealed: text(),
    emailIndex: text(),
    accountSealed: text(),
    accountIndex: text(),
    /** JSON: name and relation of who files on behalf of the subject. */
    representativeSealed: text(),
    assurance: text().$type<AssuranceLevel>().notNull().default('none'),
    assignedTo: text(),
    contactVerifiedAt: instant(),
    expiryWarnedAt: instant(),
    closedAt: instant(),
    payloadPurgedAt: instant(),
  },
  (t) => [
    index('requests_email_index').on(t.emailIndex),
    index('requests_name_index').on(t.nameIndex),
    index('requests_received').on(t.receivedAt),
  ],
);

/** One right asked in a request, with its own status, clock and decision. */
export const requestItems = pgTable(
  'request_items',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    ordinal: integer().notNull(),
    right: text().$type<DataSubjectRight>().notNull(),
    status: text().$type<ItemStatus>().notNull(),
    /** JSON of what the right needs to know (what about, which field, which processing), as the subject typed it. */
    detailsSealed: text(),
    packId: text(),
    packVersion: text(),
    deadline: jsonb().$type<Deadline>(),
    /** End of the day (law's zone), or the instant, that work is steered by; null where no date is promised. */
    steerAt: instant(),
    extensions: integer().notNull().default(0),
    closedAt: instant(),
    /** For an appeal: the item whose decision is looked at again. */
    appealsItemId: uuid(),
  },
  (t) => [
    uniqueIndex('request_items_ordinal').on(t.requestId, t.ordinal),
    index('request_items_steer').on(t.steerAt),
  ],
);

/** Facts that move a clock; the deadline is always recomputed from them. `itemId` null: for all items. */
export const clockEvents = pgTable(
  'clock_events',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    itemId: uuid().references(() => requestItems.id),
    kind: text().notNull(),
    at: instant().notNull(),
    /** For an extension without a maximum: until when the notice said. */
    until: plainDate(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('clock_events_request').on(t.requestId, t.at)],
);

/** Every residence a request was computed with; the latest counts, all stay on record. */
export const residenceRecords = pgTable(
  'residence_records',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    country: text().notNull(),
    region: text(),
    jurisdiction: text().notNull(),
    reasonSealed: text(),
    recordedBy: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [index('residence_records_request').on(t.requestId)],
);

/** A form being filled in, page by page; sealed, found by the hash of a cookie token, purged when it expires. */
export const filingDrafts = pgTable(
  'filing_drafts',
  {
    id: primaryId(),
    tokenHash: text().notNull().unique(),
    dataSealed: text().notNull(),
    updatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('filing_drafts_expiry').on(t.expiresAt)],
);
