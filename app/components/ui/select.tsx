import { controlClass, FieldFrame, type FieldProps, fieldAria } from './field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldProps {
  readonly options: readonly (Option | { readonly group: string; readonly options: readonly Option[] })[];
  readonly defaultValue?: string | undefined;
  /** The text of the empty first entry. */
  readonly placeholder?: string;
}

/** One of many; for up to about seven choices take a RadioGroup. */
export function Select({ options, defaultValue, placeholder, ...props }: SelectProps) {
  return (
    <FieldFrame {...props}>
      <select
        {...fieldAria(props)}
        defaultValue={defaultValue ?? ''}
        className={controlClass(props.error, 'w-full max-w-96')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((entry) =>
          'group' in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(entry)
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function toOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
