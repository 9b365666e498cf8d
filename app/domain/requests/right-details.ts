import type { DataSubjectRight } from '../rights/data-subject-right.ts';

/** When a question must be answered; `unless`/`when` look at another answer of the same page. */
type Need =
  | true
  | { readonly when: string; readonly is: string }
  | { readonly unless: string; readonly has: string };

/** One question about a right; its words stand under `details.<right>.<name>` in `portal.json`. */
export type DetailField =
  | {
      readonly name: string;
      readonly kind: 'one' | 'any';
      readonly choices: readonly string[];
      readonly needed?: Need;
    }
  | { readonly name: string; readonly kind: 'line' | 'text'; readonly needed?: Need };

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

const OPEN_QUESTION: DetailQuestions = { fields: [MORE] };

const QUESTIONS: Partial<Record<DataSubjectRight, DetailQuestions>> = {
  access: { fields: [{ name: 'about', kind: 'any', choices: ABOUT, needed: true }, MORE] },
  rectification: {
    fields: [MORE],
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
    ],
  },
  portability: {
    fields: [
      { name: 'scope', kind: 'one', choices: ['everything', 'some'], needed: true },
      { name: 'which', kind: 'text', needed: { when: 'scope', is: 'some' } },
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
  optout_sale: OPEN_QUESTION,
  limit_sensitive: OPEN_QUESTION,
  adm: {
    fields: [
      { name: 'ask', kind: 'any', choices: ['explanation', 'human', 'contest', 'stop'], needed: true },
      { name: 'which', kind: 'text', needed: true },
    ],
  },
};

/** The questions of a right; an open one where nothing particular must be known. */
export function questionsFor(right: DataSubjectRight): DetailQuestions {
  return QUESTIONS[right] ?? OPEN_QUESTION;
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
