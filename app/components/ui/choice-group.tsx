import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Fieldset } from './fieldset.tsx';

export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  /** One sentence that helps to choose. */
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  /** Shown under the choice; part of the form whether chosen or not, so nothing depends on a script. */
  readonly detail?: ReactNode;
}

interface GroupProps {
  readonly name: string;
  readonly id?: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly asHeading?: boolean;
  readonly choices: readonly Choice[];
}

/** One of a few. */
export function RadioGroup(props: GroupProps & { defaultValue?: string | undefined }) {
  return <ChoiceGroup {...props} type="radio" chosen={props.defaultValue ? [props.defaultValue] : []} />;
}

/** Any number of a few; arrives as repeated fields of one name. */
export function CheckboxGroup(props: GroupProps & { defaultValues?: readonly string[] | undefined }) {
  return <ChoiceGroup {...props} type="checkbox" chosen={props.defaultValues ?? []} />;
}

function ChoiceGroup(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const id = props.id ?? props.name;
  return (
    <Fieldset
      id={id}
      legend={props.legend}
      hint={props.hint}
      error={props.error}
      asHeading={props.asHeading ?? false}
    >
      <div className="grid gap-1">
        {props.choices.map((choice, index) => (
          // The error summary links to the group by its id: that is the first control.
          <ChoiceRow
            key={choice.value}
            {...{ choice, type: props.type, name: props.name }}
            id={index === 0 ? id : `${id}-${choice.value}`}
            checked={props.chosen.includes(choice.value)}
            invalid={props.error !== undefined}
          />
        ))}
      </div>
    </Fieldset>
  );
}

interface RowProps {
  readonly choice: Choice;
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly id: string;
  readonly checked: boolean;
  readonly invalid: boolean;
}

function ChoiceRow({ choice, type, name, id, checked, invalid }: RowProps) {
  const hintId = choice.hint ? `${id}-about` : undefined;
  return (
    <div>
      <label
        htmlFor={id}
        className={classes(
          'flex min-h-11 cursor-pointer items-start gap-3 rounded-md border border-transparent px-2 py-2 hover:bg-sunken has-checked:border-line has-checked:bg-accent-soft',
          choice.disabled && 'cursor-not-allowed opacity-60',
        )}
      >
        <input
          {...{ type, name, id }}
          value={choice.value}
          defaultChecked={checked}
          disabled={choice.disabled}
          aria-describedby={hintId}
          aria-invalid={invalid || undefined}
          className="mt-0.5 size-6 shrink-0 accent-accent"
        />
        <span className="min-w-0">
          <span className="block">{choice.label}</span>
          {choice.hint && (
            <span id={hintId} className="block text-ink-soft text-sm">
              {choice.hint}
            </span>
          )}
        </span>
      </label>
      {choice.detail && <div className="ms-5 border-line border-s-4 ps-6 pb-3">{choice.detail}</div>}
    </div>
  );
}
