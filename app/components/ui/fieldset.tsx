import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { FieldError, FieldHint } from './field.tsx';

interface FieldsetProps {
  readonly id: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Makes the legend the heading of the page: one question a page. */
  readonly asHeading?: boolean;
  readonly children: ReactNode;
}

/** Controls that answer one question together. */
export function Fieldset(props: FieldsetProps) {
  const described = [props.hint && `${props.id}-hint`, props.error && `${props.id}-error`].filter(Boolean);
  return (
    <fieldset
      aria-describedby={described.join(' ') || undefined}
      className={classes('mt-6 min-w-0 first:mt-0', props.error && 'border-s-4 border-danger ps-4')}
    >
      <legend className={props.asHeading ? 'mb-2' : 'font-semibold'}>
        {props.asHeading ? <h1 className="font-bold text-2xl">{props.legend}</h1> : props.legend}
      </legend>
      <FieldHint id={props.id} hint={props.hint} />
      <FieldError id={props.id} error={props.error} />
      <div className="mt-3">{props.children}</div>
    </fieldset>
  );
}
