import { controlClass, FieldFrame, type FieldProps, fieldAria } from './field.tsx';

interface FileFieldProps extends FieldProps {
  /** Types as the `accept` attribute has them. */
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** A file to attach. No browser lets a page put a file back, so its form asks for nothing else that is long to type. */
export function FileField({ accept, multiple, ...props }: FileFieldProps) {
  return (
    <FieldFrame {...props}>
      <input
        {...fieldAria(props)}
        type="file"
        accept={accept}
        multiple={multiple}
        className={controlClass(
          props.error,
          'w-full max-w-measure file:me-4 file:rounded-sm file:border-0 file:bg-accent-soft file:px-4 file:py-1.5 file:font-semibold file:text-accent',
        )}
      />
    </FieldFrame>
  );
}
