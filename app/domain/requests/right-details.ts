import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import type { Jurisdiction } from '../rules/jurisdiction.ts';
import { withReceivers } from './receiver-choice.ts';

/** When a question must be answered; `unless`/`when` look at another answer of the same page. */
type Need =
  | true
  | { readonly when: string; readonly is: string }
  | { readonly unless: string; readonly has: string };

/** One question about a right; its words stand under `details.<right>.<name>` in `portal.json`. */
export type DetailField = {
  readonly name: string;
  readonly needed?: Need;
  /** The laws that ask this; everywhere when absent. */
  readonly only?: readonly Jurisdiction[];
} & (
  | { readonly kind: 'one' | 'any'; readonly choices: readonly string[] }
  /** One of the controllers that the organisation can send to; which ones is not known here. */
  | { readonly kind: 'receiver'; readonly choices: readonly string[] }
  | { readonly kind: 'line' | 'text' }
);

/** What a right needs to know. `rows` repeats its fields as often as the subject likes. */
export interface DetailQuestions {
  readonly fields: readonly DetailField[];
  readonly rows?: readonly { readonly name: string; readonly needed: boolean }[];
}

/** As many corrections as one request takes; a longer list is a second request. */
export const MOST_ROWS = 12;
export const LINE_LENGTH = 200;
export const TEXT_LENGTH = 4000;

const MORE: DetailField = { name: 'more', kind: 'text' };
const ABOUT = ['account', 'purchases', 'support', 'usage', 'marketing', 'everything'] as const;

/**
 * The grounds on which the Philippine Act has data erased or blocked, on discovery and substantial proof
 * (DPA s. 16(e); IRR s. 34(e)).
 */
const PHILIPPINE_GROUNDS = [
  'incomplete',
  'unauthorised',
  'no_longer_needed',
  'withdrawn',
  'prejudicial',
  'unlawful',
  'violated',
] as const;
const GROUND_WITH_PROOF: readonly DetailField[] = [
  { name: 'grounds', kind: 'any', choices: PHILIPPINE_GROUNDS, needed: true, only: ['PH'] },
  { name: 'proof', kind: 'text', needed: true, only: ['PH'] },
];

const OPEN_QUESTION: DetailQuestions = { fields: [MORE] };

const QUESTIONS: Partial<Record<DataSubjectRight, DetailQuestions>> = {
  access: {
    fields: [
      { name: 'about', kind: 'any', choices: ABOUT, needed: true },
      // 11 CCR 7024(h): twelve months unless more is asked for.
      { name: 'period', kind: 'one', choices: ['year', 'further'], needed: true, only: ['US-CA'] },
      MORE,
    ],
  },
  rectification: {
    // DPA s. 16(d): earlier recipients are told on reasonable request.
    fields: [MORE, { name: 'recipients', kind: 'any', choices: ['tell'], only: ['PH'] }],
    rows: [
      { name: 'field', needed: true },
      { name: 'present', needed: false },
      { name: 'right', needed: true },
    ],
  },
  erasure: {
    fields: [
      { name: 'scope', kind: 'one', choices: ['everything', 'some'], needed: true },
      { name: 'which', kind: 'text', needed: { when: 'scope', is: 'some' } },
      ...GROUND_WITH_PROOF,
    ],
  },
  portability: {
    fields: [
      { name: 'scope', kind: 'one', choices: ['everything', 'some'], needed: true },
      { name: 'which', kind: 'text', needed: { when: 'scope', is: 'some' } },
      // Art. 20(2) GDPR: straight to another controller where that is technically feasible; an officer says so.
      { name: 'receiver', kind: 'receiver', choices: [], needed: true },
      { name: 'transferTo', kind: 'line' },
    ],
  },
  objection: {
    fields: [
      {
        name: 'processing',
        kind: 'any',
        choices: ['marketing', 'profiling', 'analytics', 'sharing', 'other'],
        needed: true,
      },
      // Art. 21(2) GDPR: against direct marketing no reason may be asked for.
      { name: 'reason', kind: 'text', needed: { unless: 'processing', has: 'marketing' } },
    ],
  },
  restriction: {
    fields: [
      {
        name: 'ground',
        kind: 'one',
        choices: ['inaccurate', 'unlawful', 'claims', 'objected', 'other'],
        needed: true,
      },
      { name: 'which', kind: 'text', needed: true },
      ...GROUND_WITH_PROOF,
    ],
  },
  withdraw_consent: {
    fields: [
      {
        name: 'consents',
        kind: 'any',
        choices: ['newsletter', 'analytics', 'sharing', 'all', 'other'],
        needed: true,
      },
      { name: 'which', kind: 'text', needed: { when: 'consents', is: 'other' } },
    ],
  },
  optout_marketing: {
    fields: [{ name: 'channels', kind: 'any', choices: ['email', 'phone', 'post', 'all'], needed: true }],
  },
  stop_third_party: { fields: [{ name: 'which', kind: 'text', needed: true }] },
  complaint: { fields: [{ name: 'what', kind: 'text', needed: true }] },
  grievance: { fields: [{ name: 'what', kind: 'text', needed: true }] },
  post_mortem: {
    fields: [
      { name: 'ask', kind: 'any', choices: ['instructions', 'settle', 'record_death'], needed: true },
      MORE,
    ],
  },
  optout_sale: OPEN_QUESTION,
  limit_sensitive: OPEN_QUESTION,
  adm: {
    fields: [
      { name: 'ask', kind: 'any', choices: ['explanation', 'human', 'contest', 'stop'], needed: true },
      { name: 'which', kind: 'text', needed: true },
    ],
  },
};

/**
 * The questions of a right; an open one where nothing particular must be known.
 * @param jurisdiction the law that applies, for what it alone asks
 * @param receivers keys of the controllers that data can be sent to under that law
 */
export function questionsFor(
  right: DataSubjectRight,
  jurisdiction?: string,
  receivers: readonly string[] = [],
): DetailQuestions {
  const questions = everyQuestion(right);
  const asked = ({ only }: DetailField) =>
    !only || (jurisdiction !== undefined && (only as readonly string[]).includes(jurisdiction));
  return withReceivers({ ...questions, fields: questions.fields.filter(asked) }, receivers);
}

/** The questions of a right under every law, for showing what was answered. */
export function everyQuestion(right: DataSubjectRight): DetailQuestions {
  return QUESTIONS[right] ?? OPEN_QUESTION;
}

/** Whether a right is asked about differently from law to law, so that another residence asks anew. */
export function asksByLaw(right: DataSubjectRight): boolean {
  return everyQuestion(right).fields.some(({ only, kind }) => only !== undefined || kind === 'receiver');
}

/** The name under which a right's questions are worded: its own, or `other` for those that share the open question. */
export function wordingOf(right: DataSubjectRight): string {
  return right in QUESTIONS ? right : 'other';
}

/** What was answered about one right: a text, the choices made, or one entry per row. */
export type Details = Readonly<Record<string, string | string[]>>;

/** Whether a question must be answered, given the other answers. */
export function isNeeded(field: DetailField, answers: Details): boolean {
  const { needed } = field;
  if (needed === undefined || needed === true) return needed === true;
  const other = 'when' in needed ? answers[needed.when] : answers[needed.unless];
  const given = typeof other === 'string' ? [other] : (other ?? []);
  if ('when' in needed) return given.includes(needed.is);
  return !(given.length === 1 && given[0] === needed.has);
}

/** The rows of a repeatable question, joined; rows without any text are left out. */
export function detailRows(questions: DetailQuestions, answers: Details): Readonly<Record<string, string>>[] {
  const names = (questions.rows ?? []).map(({ name }) => name);
  const columns = names.map((name) => {
    const column = answers[name];
    return typeof column === 'string' ? [column] : (column ?? []);
  });
  const length = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(names.map((name, index) => [name, columns[index]?.[row] ?? ''])),
  ).filter((row) => Object.values(row).some((value) => value.trim() !== ''));
}
