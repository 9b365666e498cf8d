import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { FeeAnswer, FeeGround, FeeMechanism } from '#app/domain/fees/fee-rule.ts';
import type {
  ActivationClaimant,
  DeathEvidence,
  InstructionScope,
} from '#app/domain/instructions/instruction.ts';
import { instant, plainDate, primaryId } from './columns.ts';
import { requestItems, requests } from './requests.ts';

/**
 * Somebody's instructions on what happens to their data after death (loi Informatique et Libertés, art. 85). They
 * outlive every request, so they stand apart from requests and from the purge of what a request said.
 */
export const instructionRegistrations = pgTable(
  'instruction_registrations',
  {
    id: primaryId(),
    reference: text().notNull().unique(),
    /** One key per form sent: a double submit finds the registration that the first one made. */
    submissionKey: text().notNull().unique(),
    locale: text().notNull(),
    country: text().notNull(),
    jurisdiction: text().notNull(),
    nameSealed: text().notNull(),
    nameIndex: text().notNull(),
    emailSealed: text().notNull(),
    emailIndex: text().notNull(),
    accountSealed: text(),
    createdAt: instant().notNull(),
    /** Until the mailbox is proven nothing is registered; what is never proven is purged. */
    provenAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index('instruction_registrations_email').on(t.emailIndex),
    index('instruction_registrations_name').on(t.nameIndex),
  ],
);

/** Each wording of the instructions; the newest counts, all stay on record. */
export const instructionVersions = pgTable(
  'instruction_versions',
  {
    id: primaryId(),
    registrationId: uuid()
      .notNull()
      .references(() => instructionRegistrations.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    scope: text().$type<InstructionScope>().notNull(),
    /** JSON of the wishes, the processing named and the person designated. */
    contentSealed: text().notNull(),
    /** When the specific consent was given that instructions for named processing need. */
    consentAt: instant(),
    recordedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('instruction_versions_number').on(t.registrationId, t.version)],
);

/** Instructions put into force after a death: who asked, what was seen, which version. */
export const instructionActivations = pgTable('instruction_activations', {
  id: primaryId(),
  registrationId: uuid()
    .notNull()
    .unique()
    .references(() => instructionRegistrations.id),
  versionId: uuid()
    .notNull()
    .references(() => instructionVersions.id),
  diedOn: plainDate().notNull(),
  evidence: text().$type<DeathEvidence>().notNull(),
  claimant: text().$type<ActivationClaimant>().notNull(),
  claimantSealed: text().notNull(),
  /** The request that carries them out; null for what was put into force before there was one. */
  requestId: uuid()
    .unique()
    .references(() => requests.id),
  reasonSealed: text().notNull(),
  activatedBy: text().notNull(),
  activatedAt: instant().notNull(),
});

/** A fee that was announced for one right, and what came of it. */
export const feeAnnouncements = pgTable(
  'fee_announcements',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    itemId: uuid()
      .notNull()
      .references(() => requestItems.id),
    ground: text().$type<FeeGround>().notNull(),
    mechanism: text().$type<FeeMechanism>().notNull(),
    /** In hundredths of the currency. */
    amountMinor: integer().notNull(),
    currency: text().notNull(),
    citation: text().notNull(),
    noticeSealed: text().notNull(),
    /** Last day on which it can be confirmed, where the law sets one. */
    confirmBy: plainDate(),
    announcedBy: text().notNull(),
    announcedAt: instant().notNull(),
    answer: text().$type<FeeAnswer>(),
    answeredAt: instant(),
    paidAt: instant(),
  },
  (t) => [index('fee_announcements_item').on(t.itemId, t.announcedAt)],
);

/** The data subject was asked directly whether an agent speaks for them (11 CCR 7063(a)). */
export const agentConfirmations = pgTable(
  'agent_confirmations',
  {
    id: primaryId(),
    requestId: uuid()
      .notNull()
      .references(() => requests.id),
    addressSealed: text(),
    addressIndex: text().notNull(),
    locale: text().notNull(),
    askedBy: text().notNull(),
    askedAt: instant().notNull(),
    confirmed: boolean(),
    answeredAt: instant(),
  },
  (t) => [index('agent_confirmations_request').on(t.requestId, t.askedAt)],
);
