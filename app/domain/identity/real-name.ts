import type { Jurisdiction } from '../rules/jurisdiction.ts';
import type { AssuranceLevel, FiledFor } from './assurance.ts';

/**
 * Real-name authentication as a source of identity: whoever an account was authenticated under owns it (service
 * agreement, cl. 2.5 and 2.6). What the customer's own system recorded is read, compared and never copied.
 */

/** What the customer's system holds for an account. Dates as ISO 8601 text, as the source wrote them. */
export interface RealNameRecord {
  readonly name: string | null;
  /** How the holder was authenticated, in the source's own word. */
  readonly method: string | null;
  /** Null while the authentication was begun and not completed. */
  readonly at: string | null;
  /** From when it no longer holds; null while it does. */
  readonly ended: string | null;
}

/** What came of looking the account up. `several_names`: it stands under more than one, so under none for us. */
export const REAL_NAME_FINDINGS = [
  'no_record',
  'not_completed',
  'same_name',
  'other_name',
  'several_names',
] as const;
export type RealNameFinding = (typeof REAL_NAME_FINDINGS)[number];

const WIDE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}]) (?=[${WIDE}])`, 'gu');

/** The form in which two names are equal: NFKC, one case, one space between words and none inside East Asian names. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ').replace(BETWEEN_WIDE, '');
}

/**
 * Compares the name on a request with the records of its account.
 * @param today ISO date; what ended by then no longer counts
 * @returns the finding, and the newest record that it rests on
 */
export function compareRealName(
  name: string,
  records: readonly RealNameRecord[],
  today: string,
): { readonly finding: RealNameFinding; readonly record: RealNameRecord | null } {
  if (records.length === 0) return { finding: 'no_record', record: null };
  const standing = records
    .filter(
      (record) => record.at && record.name?.trim() && !(record.ended && record.ended.slice(0, 10) <= today),
    )
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  const record = standing.at(-1) ?? null;
  if (!record) return { finding: 'not_completed', record: null };
  const names = new Set(standing.map((one) => comparableName(one.name ?? '')));
  if (names.size > 1) return { finding: 'several_names', record };
  return { finding: names.has(comparableName(name)) ? 'same_name' : 'other_name', record };
}

/** How it is known that who asks controls the account: a code to its address on file, its sign-in, or neither. */
export const ACCOUNT_CONTROLS = ['account_proven', 'mailbox_on_file', 'none'] as const;
export type AccountControl = (typeof ACCOUNT_CONTROLS)[number];

/** The rule, with what it rests on. Elsewhere than in mainland China real names own no account, and add nothing. */
export const REAL_NAME_RULE: {
  readonly jurisdiction: Jurisdiction;
  readonly assurance: AssuranceLevel;
  readonly citation: string;
} = { jurisdiction: 'CN', assurance: 'reasonably_high', citation: 'Service agreement, cl. 2.5-2.6' };

/** Why a record does not raise the assurance. None of them refuses anything: an officer decides. */
export const REAL_NAME_SHORTFALLS = [
  'elsewhere',
  'on_behalf',
  'not_authenticated',
  'name_differs',
  'not_controlled',
] as const;
export type RealNameShortfall = (typeof REAL_NAME_SHORTFALLS)[number];

export interface RealNameFacts {
  readonly jurisdiction: string;
  readonly filedFor: FiledFor;
  readonly finding: RealNameFinding;
  readonly control: AccountControl;
}

/** What is missing for the record to raise the assurance to that of the rule; empty: it does. */
export function realNameShortfalls(facts: RealNameFacts): RealNameShortfall[] {
  const { finding } = facts;
  const authenticated = finding !== 'no_record' && finding !== 'not_completed';
  const missing: Record<RealNameShortfall, boolean> = {
    elsewhere: facts.jurisdiction !== REAL_NAME_RULE.jurisdiction,
    on_behalf: facts.filedFor !== 'self',
    not_authenticated: !authenticated,
    name_differs: authenticated && finding !== 'same_name',
    not_controlled: facts.control === 'none',
  };
  return REAL_NAME_SHORTFALLS.filter((reason) => missing[reason]);
}
