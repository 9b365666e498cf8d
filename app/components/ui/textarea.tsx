import { controlClass, FieldFrame, type FieldProps, fieldAria } from './field.tsx';

interface TextareaProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  /** Lines shown before it scrolls. */
  readonly rows?: number;
}

/** Several lines of text. No length limit in the control: what is pasted is never cut without a word. */
export function Textarea({ defaultValue, rows = 5, ...props }: TextareaProps) {
  return (
    <FieldFrame {...props}>
      <textarea
        {...fieldAria(props)}
        rows={rows}
        dir="auto"
        defaultValue={defaultValue}
        className={controlClass(props.error, 'w-full max-w-measure')}
      />
    </FieldFrame>
  );
}
