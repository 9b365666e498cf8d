import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { SubjectText } from '#app/domain/data-map/data-map.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { ServicePolicy } from '#app/domain/rules/service-policy.ts';
import { instant, plainDate, primaryId } from './columns.ts';

/** The one organisation that this installation serves. */
export const organisation = pgTable('organisation', {
  id: primaryId(),
  name: text().notNull(),
  /** Address of the privacy officer shown to subjects. */
  contactEmail: text().notNull(),
  /** True for the invented organisation that the demo seeds. */
  demo: boolean().notNull().default(false),
  createdAt: instant().notNull(),
});

/** Who is responsible towards people who ordinarily live in these territories. */
export const controllers = pgTable('controllers', {
  id: primaryId(),
  name: text().notNull(),
  address: text().notNull(),
  contactEmail: text().notNull(),
  /** Where the law gives people a telephone number too. */
  phone: text(),
  /** The local representative or domestic agent, where the law wants one; address and e-mail only beside the name. */
  representativeName: text(),
  representativeAddress: text(),
  representativeEmail: text(),
  /** Jurisdiction ids of the rule packs; `*` for all others. */
  jurisdictions: jsonb().$type<string[]>().notNull(),
  /** Holiday calendar that governs this controller where the law takes the controller's place. */
  calendar: text().notNull(),
});

/** What the organisation offers to people, where that decides which privacy policy counts and whom to write to. */
export const services = pgTable('services', {
  /** A short word that the operator chose; it stands in addresses and in the log. */
  id: text().primaryKey(),
  ordinal: integer().notNull(),
  /** One name, or one per language. */
  name: jsonb().$type<SubjectText>().notNull(),
  policy: text().$type<ServicePolicy>().notNull(),
  policyUrl: text(),
  /** The privacy officer for this service; null where the controller of the place is the one to write to. */
  contactEmail: text(),
  contactAddress: text(),
  /** False once the configuration no longer names it: nobody is asked about it, older requests still are about it. */
  offered: boolean().notNull().default(true),
});

/** A day on which the organisation is closed although the calendar says it works; added by an administrator. */
export const closureDays = pgTable('closure_days', {
  id: primaryId(),
  calendar: text().notNull(),
  day: plainDate().notNull(),
  reason: text().notNull(),
  recordedBy: text().notNull(),
  recordedAt: instant().notNull(),
});

/** Days within which work is steered where the law gives no number; set by an administrator, never shown as law. */
export const workTargets = pgTable(
  'work_targets',
  {
    jurisdiction: text().notNull(),
    right: text().$type<DataSubjectRight>().notNull(),
    calendarDays: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.jurisdiction, t.right] })],
);

/** The data map in force and where its datasets live. */
export const dataMaps = pgTable('data_maps', {
  id: primaryId(),
  yaml: text().notNull(),
  digest: text().notNull(),
  activatedBy: text().notNull(),
  activatedAt: instant().notNull(),
});

/** Another controller to which a portability package can be sent at a subject's wish. */
export const receivers = pgTable('receivers', {
  /** The id that the configuration gives it. */
  key: text().primaryKey(),
  name: text().notNull(),
  /** Country of establishment, ISO 3166-1 alpha-2; the subject is told. */
  territory: text().notNull(),
  contactEmail: text().notNull(),
  /** JSON with the endpoint and the bearer secret. */
  configSealed: text().notNull(),
  /** When name or territory last changed: what a subject confirmed before is another receiver. */
  changedAt: instant().notNull(),
  /** When the configuration ceased to name it; the row stays, since transfers point to it. */
  retiredAt: instant(),
});

export const connections = pgTable('connections', {
  id: primaryId(),
  /** Key by which a dataset names its connection. */
  key: text().notNull().unique(),
  kind: text().$type<'postgres' | 'manual'>().notNull(),
  /** JSON with the address and secret. */
  configSealed: text().notNull(),
  createdAt: instant().notNull(),
});
