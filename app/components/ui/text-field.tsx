import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react';
import { controlClass, FieldFrame, type FieldProps, fieldAria } from './field.tsx';

/** Widths by what is expected, in characters: a short answer gets a short box. */
const WIDTHS = { 4: 'w-24', 10: 'w-40', 20: 'w-64', full: 'w-full max-w-measure' } as const;

interface TextFieldProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly type?: Extract<
    HTMLInputTypeAttribute,
    'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number'
  >;
  readonly width?: keyof typeof WIDTHS;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
  readonly maxLength?: number;
  /** Set to `ltr` for addresses and identifiers, so that they read rightly on a right-to-left page. */
  readonly dir?: 'ltr' | 'rtl' | 'auto';
}

/** One line of text. */
export function TextField({ defaultValue, type = 'text', width = 'full', ...props }: TextFieldProps) {
  const { inputMode, autoComplete, spellCheck, maxLength } = props;
  const dir = props.dir ?? (type === 'email' || type === 'url' || type === 'tel' ? 'ltr' : 'auto');
  return (
    <FieldFrame {...props}>
      <input
        {...fieldAria(props)}
        {...{ type, inputMode, autoComplete, spellCheck, maxLength, dir, defaultValue }}
        className={controlClass(props.error, WIDTHS[width])}
      />
    </FieldFrame>
  );
}
