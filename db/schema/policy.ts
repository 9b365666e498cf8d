import { bigint, boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AnswerChannel, AnswerMeasure, PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { instant, plainDate, primaryId } from './columns.ts';

/** What a reader of one language is told of a version. */
export interface PolicyText {
  readonly summary: string;
  /** Where the whole text stands. */
  readonly url: string;
}

/** A published version of the organisation's privacy policy. Published is published: rows are only ever added. */
export const policyVersions = pgTable('policy_versions', {
  id: primaryId(),
  /** As the organisation names it, e.g. `2027-01`; stands in addresses. */
  name: text().notNull().unique(),
  effectiveFrom: plainDate().notNull(),
  material: boolean().notNull(),
  /** By language tag. */
  texts: jsonb().$type<Record<string, PolicyText>>().notNull(),
  publishedBy: text().notNull(),
  publishedAt: instant().notNull(),
});

/** Somebody who was told of a version: one row per address and version, so that nobody is told twice. */
export const policyNotices = pgTable(
  'policy_notices',
  {
    id: primaryId(),
    versionId: uuid()
      .notNull()
      .references(() => policyVersions.id),
    /** Address and index are null once purged; the bare row stays, for the figures. */
    emailSealed: text(),
    emailIndex: text(),
    country: text().notNull(),
    locale: text().notNull(),
    /** Keyed hash of the answer key that stands in the mail; null where no answer is asked for, and once purged. */
    answerKeyIndex: text().unique(),
    /** The mail in the outbox, which knows when it left. No foreign key: a change writes its mails last. */
    mailId: uuid().notNull().unique(),
    createdAt: instant().notNull(),
    purgedAt: instant(),
  },
  (t) => [uniqueIndex('policy_notices_address').on(t.versionId, t.emailIndex)],
);

/** Each answer that was given. Append-only, held by the database: a later answer stands beside the earlier one. */
export const policyAnswers = pgTable(
  'policy_answers',
  {
    id: primaryId(),
    /** The order of answers, also within one instant. */
    seq: bigint({ mode: 'number' }).notNull().unique().generatedAlwaysAsIdentity(),
    noticeId: uuid()
      .notNull()
      .references(() => policyNotices.id),
    answer: text().$type<PolicyAnswer>().notNull(),
    /** An objection after its last day, as it stood when it was given. */
    late: boolean().notNull(),
    channel: text().$type<AnswerChannel>().notNull(),
    /** The officer who put it on record; null when the person answered on the page. */
    recordedBy: text(),
    at: instant().notNull(),
  },
  (t) => [index('policy_answers_notice').on(t.noticeId, t.seq)],
);

/** What an officer did about a rejection or an objection. */
export const policyMeasures = pgTable('policy_measures', {
  id: primaryId(),
  answerId: uuid()
    .notNull()
    .unique()
    .references(() => policyAnswers.id),
  measure: text().$type<AnswerMeasure>().notNull(),
  recordedBy: text().notNull(),
  recordedAt: instant().notNull(),
});
