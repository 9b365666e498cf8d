import { controlClass } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import { useUiText } from './ui-text.tsx';

interface DateFieldProps {
  /** Sends `name-day`, `name-month` and `name-year`; `dateFromParts` of the form helper joins them. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly values?: { readonly day?: string; readonly month?: string; readonly year?: string };
  /** For a date of birth: lets the browser fill it in. */
  readonly birthday?: boolean;
}

/** A date that people know by heart, in three boxes: quicker and less error-prone than a calendar to click through. */
export function DateField(props: DateFieldProps) {
  const text = useUiText();
  const part = (key: 'day' | 'month' | 'year', width: string) => {
    const id = key === 'day' ? props.name : `${props.name}-${key}`;
    return (
      <div>
        <label htmlFor={id} className="block text-sm">
          {text[key]}
        </label>
        <input
          id={id}
          name={`${props.name}-${key}`}
          inputMode="numeric"
          dir="ltr"
          autoComplete={props.birthday ? `bday-${key}` : 'off'}
          defaultValue={props.values?.[key]}
          aria-invalid={props.error ? true : undefined}
          className={controlClass(props.error, width)}
        />
      </div>
    );
  };
  return (
    <Fieldset id={props.name} legend={props.legend} hint={props.hint} error={props.error}>
      <div className="flex flex-wrap gap-4">
        {part('day', 'w-18')}
        {part('month', 'w-18')}
        {part('year', 'w-28')}
      </div>
    </Fieldset>
  );
}
