import { data } from '@remix-run/node';
import { z } from 'zod';
import { type DetailQuestions, MOST_ROWS } from '#app/domain/requests/right-details.ts';
import type { FormState } from '#app/i18n/form-state.ts';
import { readForm } from './form.server.ts';

const INTENT = /^(add|remove-(\d{1,2}))$/;

/**
 * The page again with one row more or one less, all else as it was typed; null when the form was sent to be kept.
 * Reads a copy of the request, so that the caller can read it too.
 */
export async function changedRows(request: Request, questions: DetailQuestions) {
  if (!questions.rows) return null;
  const form = await readForm(request.clone(), z.object({ intent: z.string().regex(INTENT).optional() }));
  if (!form.ok || !form.value.intent) return null;
  const typed = form.refuse({}).data.form.values;
  const names = questions.rows.map(({ name }) => name);
  const rows = rowsOf(typed, names);
  const removed = INTENT.exec(form.value.intent)?.[2];
  const changed =
    removed === undefined
      ? [...rows, names.map(() => '')]
      : rows.filter((_, index) => index !== Number(removed));
  const others = Object.entries(typed).filter(([name]) => !name.startsWith('rows[') && name !== 'intent');
  const kept = changed
    .slice(0, MOST_ROWS)
    .flatMap((row, index) => names.map((name, column) => [`rows[${index}].${name}`, [row[column] ?? '']]));
  const state: FormState = { values: Object.fromEntries([...others, ...kept]), errors: {} };
  return data({ form: state });
}

function rowsOf(typed: FormState['values'], names: readonly string[]): string[][] {
  return Array.from({ length: rowCount(typed) }, (_, index) =>
    names.map((name) => typed[`rows[${index}].${name}`]?.[0] ?? ''),
  );
}

function rowCount(typed: FormState['values']): number {
  const places = Object.keys(typed).map((name) => Number(/^rows\[(\d{1,2})\]/.exec(name)?.[1] ?? -1));
  return Math.min(Math.max(0, ...places.map((place) => place + 1)), MOST_ROWS);
}
