import type { ReactNode } from 'react';
import { FieldError, FieldHint, type FieldProps, fieldAria } from './field.tsx';

/** One statement to agree to or not; sends `on` when ticked. */
export function Checkbox(props: FieldProps & { defaultChecked?: boolean; children?: ReactNode }) {
  const aria = fieldAria(props);
  return (
    <div className="mt-6">
      <FieldError id={aria.id} error={props.error} />
      <label htmlFor={aria.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
        <input
          {...aria}
          type="checkbox"
          defaultChecked={props.defaultChecked}
          className="mt-0.5 size-6 shrink-0 accent-accent"
        />
        <span>{props.label}</span>
      </label>
      <FieldHint id={aria.id} hint={props.hint} />
    </div>
  );
}
