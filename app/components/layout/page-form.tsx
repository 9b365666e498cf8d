import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { FormError, FormState } from '#app/i18n/form-state.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { ErrorSummary, type SummaryError } from '../ui/error-summary.tsx';

/** The id of a page's own form, which the language buttons send. */
export const PAGE_FORM = 'page-form';

interface PageFormProps {
  readonly children: ReactNode;
  /** Needed as soon as a FileField stands in the form. */
  readonly files?: boolean;
  /** Makes a double submit harmless: comes from `submissionToken()` in the loader, and is read back as `form.token`. */
  readonly token?: string;
  /** What the page was made from; `form.version` lets the action see that it is stale. */
  readonly version?: string | number;
}

/**
 * The page's own form: posts to the page that it stands on, and is checked by the server alone, so that messages come
 * in the reader's language. Its route exports `handle = { keepsForm: true }` (a test checks that).
 */
export function PageForm(props: PageFormProps) {
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  params.delete('_lang');
  return (
    <form
      id={PAGE_FORM}
      method="post"
      noValidate
      action={params.size > 0 ? `${pathname}?${params}` : pathname}
      encType={props.files ? 'multipart/form-data' : undefined}
    >
      {props.token && <input type="hidden" name="_token" value={props.token} />}
      {props.version !== undefined && <input type="hidden" name="_version" value={props.version} />}
      {props.children}
    </form>
  );
}

/** A form's state, ready to be spread into fields. */
export interface FormView {
  /** For one-value fields: `<TextField label=... {...form.field('email')} />`. */
  field(name: string): { name: string; defaultValue: string | undefined; error: string | undefined };
  /** For a CheckboxGroup. */
  fields(name: string): { name: string; defaultValues: readonly string[]; error: string | undefined };
  /** For a FileField or another control that keeps no value. */
  bare(name: string): { name: string; error: string | undefined };
  /** For a DateField. */
  date(name: string): {
    name: string;
    error: string | undefined;
    values: { day: string; month: string; year: string };
  };
  value(name: string): string | undefined;
  readonly errors: readonly SummaryError[];
}

/** Reads what the action answered, or else the values that the loader gave, in the reader's language. */
export function useFormView(state: FormState | undefined, initial?: FormState): FormView {
  const t = useText('common');
  const format = useFormats();
  const { values, errors } = state ?? initial ?? { values: {}, errors: {} };
  const say = ({ code, params = {} }: FormError) => {
    const written = Object.entries(params).map(([name, value]) => [
      name,
      // `count` chooses the plural form and must stay a number.
      typeof value === 'number' && name !== 'count' ? format.number(value) : value,
    ]);
    return t(`errors.${code}`, Object.fromEntries(written));
  };
  const value = (name: string) => values[name]?.[0];
  const error = (name: string) => errors[name]?.[0] && say(errors[name][0]);
  return {
    value,
    field: (name) => ({ name, defaultValue: value(name), error: error(name) }),
    fields: (name) => ({ name, defaultValues: values[name] ?? [], error: error(name) }),
    bare: (name) => ({ name, error: error(name) }),
    date: (name) => {
      const part = (key: string) => value(`${name}-${key}`) ?? '';
      return {
        name,
        error: error(name),
        values: { day: part('day'), month: part('month'), year: part('year') },
      };
    },
    errors: Object.entries(errors).flatMap(([name, all]) =>
      all.map((one) => (name === '' ? { message: say(one) } : { id: name, message: say(one) })),
    ),
  };
}

/**
 * All errors of a form on top of its page, each with the name of its field, since "Fill in this field" alone says too
 * little there. @param labels the fields' labels by name
 */
export function FormErrors(props: { form: FormView; labels: Readonly<Record<string, string>> }) {
  const t = useText('common');
  const named = props.form.errors.map(({ id, message }) => {
    const label = id === undefined ? undefined : props.labels[id];
    return id === undefined
      ? { message }
      : { id, message: label ? t('ui.errorAt', { label, message }) : message };
  });
  return <ErrorSummary errors={named} />;
}
