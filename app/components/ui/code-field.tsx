import { controlClass, FieldFrame, type FieldProps, fieldAria } from './field.tsx';

/** A one-time code of digits: wide spacing, number keys on a phone, filled in from the message where the system can. */
export function CodeField({ digits = 6, ...props }: FieldProps & { digits?: number }) {
  return (
    <FieldFrame {...props}>
      <input
        {...fieldAria(props)}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        dir="ltr"
        // Room for the spaces that people type between groups of digits.
        maxLength={digits * 2}
        className={controlClass(props.error, 'w-52 font-mono text-xl tracking-[0.3em]')}
      />
    </FieldFrame>
  );
}
