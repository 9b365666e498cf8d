import { z } from 'zod';
import {
  type DetailField,
  type DetailQuestions,
  type Details,
  isNeeded,
  LINE_LENGTH,
  MOST_ROWS,
  TEXT_LENGTH,
} from '#app/domain/requests/right-details.ts';
import { textBlock, textLine } from './form-fields.ts';

/** The schema of a right's own page. Everything is optional to the parser, so that all that is missing is said at once. */
export function detailsSchema(questions: DetailQuestions) {
  const fields = Object.fromEntries(questions.fields.map((field) => [field.name, schemaOf(field)]));
  const row = z.object(
    Object.fromEntries((questions.rows ?? []).map(({ name }) => [name, textLine(LINE_LENGTH).optional()])),
  );
  return z
    .object({
      ...fields,
      ...(questions.rows
        ? {
            rows: z
              .array(z.preprocess((given) => given ?? {}, row))
              .max(MOST_ROWS)
              .optional(),
          }
        : {}),
    })
    .superRefine((given, context) => {
      const answers = given as Answers;
      for (const field of questions.fields) {
        if (answers[field.name] === undefined && isNeeded(field, answers as Details)) {
          context.addIssue({ code: 'custom', path: [field.name], message: missing(field) });
        }
      }
      requireRows(questions, answers.rows as Row[] | undefined, context);
    })
    .transform((given) => detailsOf(questions, given as Answers));
}

type Row = Readonly<Record<string, string | undefined>>;
type Answers = Readonly<Record<string, string | string[] | Row[] | undefined>>;

function schemaOf(field: DetailField): z.ZodType {
  switch (field.kind) {
    case 'one':
    case 'receiver':
      return z.enum(field.choices as [string, ...string[]]).optional();
    case 'any':
      return z
        .array(z.enum(field.choices as [string, ...string[]]))
        .max(field.choices.length)
        .optional();
    case 'line':
      return textLine(LINE_LENGTH).optional();
    case 'text':
      return textBlock(TEXT_LENGTH).optional();
  }
}

function missing(field: DetailField): string {
  return 'choices' in field ? 'required_choice' : 'required';
}

/** Each row that was begun is complete, and there is one. Rows left empty are forgotten. */
function requireRows(
  questions: DetailQuestions,
  rows: readonly Row[] | undefined,
  context: z.RefinementCtx,
): void {
  if (!questions.rows) return;
  const begun = (rows ?? []).map((row, index) => ({ row, index })).filter(({ row }) => !isBlank(row));
  const checked = begun.length > 0 ? begun : [{ row: {} as Row, index: 0 }];
  for (const { row, index } of checked) {
    for (const { name, needed } of questions.rows) {
      if (needed && row[name] === undefined) {
        context.addIssue({ code: 'custom', path: ['rows', index, name], message: 'required' });
      }
    }
  }
}

const isBlank = (row: Row) => Object.values(row).every((value) => value === undefined);

/** Answers as the draft and the request keep them: each column of the rows as a list. */
function detailsOf(
  questions: DetailQuestions,
  { rows, ...given }: Answers,
): Record<string, string | string[]> {
  const begun = ((rows ?? []) as Row[]).filter((row) => !isBlank(row));
  const columns = (questions.rows ?? []).map(({ name }) => [name, begun.map((row) => row[name] ?? '')]);
  const fields = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...fields, ...columns]) as Record<string, string | string[]>;
}

/** What the page shows of answers kept before: rows by their place. */
export function detailsValues(
  questions: DetailQuestions,
  details: Details,
): Record<string, string | string[]> {
  const names = (questions.rows ?? []).map(({ name }) => name);
  const rows = names.flatMap((name) =>
    [details[name] ?? []].flat().map((value, index) => [`rows[${index}].${name}`, value]),
  );
  const fields = Object.entries(details).filter(([name]) => !names.includes(name));
  return Object.fromEntries([...fields, ...rows]) as Record<string, string | string[]>;
}
