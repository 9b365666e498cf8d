import { z } from 'zod';
import { COUNTRIES } from '../rules/places.ts';

/** Characters that one line of a list of addresses may have. */
export const LINE_LENGTH = 4096;

/** Somebody to be told of a version. */
export interface Addressee {
  readonly email: string;
  /** Ordinary residence, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47, canonical; not necessarily a language on offer. */
  readonly locale: string;
}

/** What is wrong with a line. `got` never quotes what could be an address. */
export interface LineProblem {
  /** The field, or `(line)` for the whole. */
  readonly path: string;
  readonly got: string;
  readonly expected: string;
}

const EXPECTED: Readonly<Record<string, string>> = {
  email: 'one e-mail address of at most 254 characters',
  country: 'an ISO 3166-1 alpha-2 code in capitals, e.g. "PH"',
  locale: 'a BCP 47 language tag, e.g. "ko"',
};
const WHOLE = '(line)';
const SHAPE = 'a JSON object with email, country and locale and nothing else';

const lineSchema = z.strictObject({
  email: z.string().trim().max(254).pipe(z.email()),
  country: z.enum(COUNTRIES as [string, ...string[]]),
  locale: z
    .string()
    .max(35)
    .transform((tag) => canonicalTag(tag))
    .pipe(z.string()),
});

/** Reads one line of a list of addresses. */
export function parseNoticeLine(text: string): Addressee | { readonly problem: LineProblem } {
  if (text.length > LINE_LENGTH)
    return problemAt(WHOLE, `more than ${LINE_LENGTH} characters`, `at most ${LINE_LENGTH}`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return problemAt(WHOLE, 'text that is no JSON', SHAPE);
  }
  const read = lineSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = String(issue?.path[0] ?? '');
  const expected = EXPECTED[field];
  if (!expected)
    return problemAt(WHOLE, issue?.code === 'unrecognized_keys' ? 'a further field' : typeName(json), SHAPE);
  return problemAt(field, shown((json as Record<string, unknown>)[field], field), expected);
}

function problemAt(path: string, got: string, expected: string): { problem: LineProblem } {
  return { problem: { path, got, expected } };
}

/** Short words are quoted; anything that could be personal is described. */
function shown(value: unknown, field: string): string {
  if (value === undefined) return 'nothing';
  if (typeof value !== 'string') return typeName(value);
  if (field !== 'email' && /^[\p{L}\d_-]{0,20}$/u.test(value)) return JSON.stringify(value);
  return `a text of ${value.length} characters`;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
