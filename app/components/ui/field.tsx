import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { useUiText } from './ui-text.tsx';

/** What every field takes. Its value, error and id come from `form.field(name)`. */
export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  /** One sentence under the label; not a substitute for it. */
  readonly hint?: ReactNode;
  /** A message in the reader's language; its presence marks the field as wrong. */
  readonly error?: string | undefined;
  /** Defaults to the name; the error summary links to it. */
  readonly id?: string;
  /** Says "(optional)" behind the label. */
  readonly optional?: boolean;
}

/** The ids that tie a control to its hint and its error. */
export function fieldAria(props: Pick<FieldProps, 'name' | 'id' | 'hint' | 'error'>) {
  const id = props.id ?? props.name;
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    name: props.name,
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? (true as const) : undefined,
  };
}

/** The look of a one-line control; the edge is 3:1 against the page. */
export function controlClass(error: string | undefined, extra?: string): string {
  return classes(
    'block min-h-11 rounded-sm bg-surface px-3 py-2 text-ink text-base',
    error ? 'border-2 border-danger' : 'border border-line-strong',
    extra,
  );
}

/** Label, hint and error around one control. */
export function FieldFrame(props: FieldProps & { children: ReactNode }) {
  const { optional } = useUiText();
  const id = props.id ?? props.name;
  return (
    <div className={classes('mt-6 first:mt-0', props.error && 'border-s-4 border-danger ps-4')}>
      <label htmlFor={id} className="block font-semibold">
        {props.label}
        {props.optional && <span className="font-normal text-ink-soft"> {optional}</span>}
      </label>
      <FieldHint id={id} hint={props.hint} />
      <FieldError id={id} error={props.error} />
      <div className="mt-2">{props.children}</div>
    </div>
  );
}

/** The sentence under a label. */
export function FieldHint(props: { id: string; hint?: ReactNode }) {
  if (!props.hint) return null;
  return (
    <div id={`${props.id}-hint`} className="mt-0.5 max-w-measure text-ink-soft text-sm">
      {props.hint}
    </div>
  );
}

/** The message at a field; it stands above the control so that no keyboard on a phone hides it. */
export function FieldError(props: { id: string; error?: string | undefined }) {
  const text = useUiText();
  if (!props.error) return null;
  return (
    <p id={`${props.id}-error`} className="mt-1 font-semibold text-danger">
      <span className="sr-only">{text.error} </span>
      {props.error}
    </p>
  );
}
