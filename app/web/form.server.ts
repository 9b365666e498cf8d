import { randomUUID } from 'node:crypto';
import { parseWithZod } from '@conform-to/zod/v4';
import { data } from '@remix-run/node';
import type { z } from 'zod';
import type { FormError, FormState } from '#app/i18n/form-state.ts';
import { joinDates } from './date-parts.ts';
import { refusalOf } from './errors.server.ts';
import { formErrorOf } from './form-errors.ts';
import { FIELD_LIMIT } from './limits.ts';
import { LANGUAGE_PARAM } from './locale.server.ts';
import { refusalErrors } from './refusal-errors.ts';
import { unwelcomeIn } from './unwelcome-text.ts';

/** The page again: its form's state, for `useActionData`. */
export type FormReply = ReturnType<typeof reply>;

/** A form that was read. `ok: false`: give `reply` back as the action's answer. */
export type FormReading<T> = { readonly ok: false; readonly reply: FormReply } | ReadForm<T>;

export interface ReadForm<T> {
  readonly ok: true;
  readonly value: T;
  /** The idempotency key of `PageForm token=...`; undefined when the page had none or it was tampered with. */
  readonly token: string | undefined;
  /** What `PageForm version=...` was made from. */
  readonly version: string | undefined;
  /** The page again with errors of your own, by field; `''` is the whole form. */
  refuse(errors: FormState['errors']): FormReply;
  /** Runs what changes something; a refusal by the service becomes an error on this page, what was typed is kept. */
  attempt<R>(change: () => Promise<R>): Promise<R | FormReply>;
}

interface Options {
  /** Fields that must not go back to the page: passwords, codes. */
  readonly secret?: readonly string[];
  /** Fields with words of ours that come back to be compared with ours: direction marks in them are no visitor's. */
  readonly ours?: readonly string[];
}

const TOKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A fresh idempotency key for a page whose form must take effect once. */
export function submissionToken(): string {
  return randomUUID();
}

/**
 * Reads the form of a request: at most 200 fields, no control characters, no direction overrides, then `schema`, with
 * unknown fields left out. Asked for another language (`?_lang=`), it reads nothing: the reply shows the page again.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  options: Options = {},
): Promise<FormReading<z.output<S>>> {
  const form = await formDataOf(request);
  if (!form) return { ok: false, reply: reply({ values: {}, errors: { '': [{ code: 'unreadable' }] } }) };
  const values = typedValues(form, options.secret ?? []);
  if (new URL(request.url).searchParams.has(LANGUAGE_PARAM)) {
    return { ok: false, reply: reply({ values, errors: {} }, 200) };
  }
  const unwelcome = unwelcomeFields(form, options.ours ?? []);
  joinDates(form);
  const submission = parseWithZod(form, {
    schema,
    formatError: (issues: z.core.$ZodIssue[]) =>
      issues.map((issue) => formErrorOf(issue, givenAt(form, issue.path))),
  });
  const wrong = submission.status === 'success' ? {} : errorsOf(submission.error);
  if (Object.keys(unwelcome).length > 0 || submission.status !== 'success') {
    return {
      ok: false,
      reply: reply({ values, errors: inPageOrder({ ...wrong, ...unwelcome }, schema, form) }),
    };
  }
  const refuse = (errors: FormState['errors']) => reply({ values, errors });
  const token = stringOf(form, '_token');
  return {
    ok: true,
    value: submission.value,
    token: token && TOKEN.test(token) ? token : undefined,
    version: stringOf(form, '_version'),
    refuse,
    attempt: async (change) => {
      try {
        return await change();
      } catch (error) {
        const errors = refusalErrors(refusalOf(error));
        if (!errors) throw error;
        return refuse(errors);
      }
    },
  };
}

function reply(form: FormState, status = 422) {
  return data({ form }, { status });
}

async function formDataOf(request: Request): Promise<FormData | undefined> {
  try {
    return await request.formData();
  } catch {
    return undefined;
  }
}

function typedValues(form: FormData, secret: readonly string[]): FormState['values'] {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('_') || secret.includes(name)) continue;
    // Echoed in an attribute, a NUL would end the page's text in some parsers.
    const shown = value.replaceAll('\u0000', '');
    values[name] = [...(Object.hasOwn(values, name) ? (values[name] ?? []) : []), shown];
  }
  return values;
}

function unwelcomeFields(form: FormData, ours: readonly string[]): Record<string, FormError[]> {
  const found: Record<string, FormError[]> = {};
  const entries = [...form];
  if (entries.length > FIELD_LIMIT) return { '': [{ code: 'too_many_fields' }] };
  for (const [name, value] of entries) {
    if (ours.includes(name)) continue;
    const code = unwelcomeIn(typeof value === 'string' ? value : value.name);
    if (code) found[name.replace(/-(month|year)$/, '')] = [{ code }];
  }
  return found;
}

/** What arrived for an issue: `items[0].field` by its own name, the second of repeated fields by its place. */
function givenAt(form: FormData, path: readonly PropertyKey[]): FormDataEntryValue[] {
  const [first = '', ...rest] = path.map((part) => (typeof part === 'number' ? `[${part}]` : String(part)));
  const given = form.getAll(
    rest.reduce((name, part) => name + (part.startsWith('[') ? part : `.${part}`), first),
  );
  const last = path.at(-1);
  if (given.length > 0 || typeof last !== 'number') return given;
  return form.getAll(first).slice(last, last + 1);
}

/** One of several boxes that is wrong makes their group wrong: `rights[1]` counts as `rights`. */
function errorsOf(error: Record<string, FormError[] | null> | null | undefined): Record<string, FormError[]> {
  const errors: Record<string, FormError[]> = {};
  for (const [path, found] of Object.entries(error ?? {})) {
    const name = path.replace(/\[\d+\]$/, '');
    if (found) errors[name] = [...(errors[name] ?? []), ...found];
  }
  return errors;
}

/** The errors in the order of the fields: the schema's, which is the page's, then that of whatever else came. */
function inPageOrder(
  errors: Record<string, FormError[]>,
  schema: z.ZodType,
  form: FormData,
): FormState['errors'] {
  const fields = 'shape' in schema ? Object.keys(schema.shape as object) : [];
  const order = ['', ...fields, ...form.keys()];
  const entries = Object.entries(errors);
  return Object.fromEntries(entries.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function stringOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value : undefined;
}
