/**
 * The state of a form on its way between server and page: plain data, with codes in place of texts, so that the page
 * can say them in the reader's language. The codes are the keys of `common:errors`.
 */
export interface FormError {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export interface FormState {
  /** What was typed, by field name; files and secrets are left out. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** What is wrong, by field name; the name `''` stands for the whole form. */
  readonly errors: Readonly<Record<string, readonly FormError[]>>;
}

/** A form that nobody has touched yet, holding `values`. */
export function freshForm(
  values: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): FormState {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return {
    values: Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? [value] : (value ?? [])]),
    ),
    errors: {},
  };
}
