import { useFormats, useText } from '#app/i18n/react.tsx';
import { FileField } from '../ui/file-field.tsx';

interface UploadFieldProps {
  readonly label: string;
  /** Extensions for the browser's own chooser. */
  readonly accept: string;
  readonly limits: { readonly count: number; readonly size: number; readonly kinds: readonly string[] };
  readonly optional?: boolean;
  readonly name: string;
  readonly error: string | undefined;
}

/** Files that a data subject adds to what they write, with how many, how large and of which kinds. */
export function UploadField({ limits, ...field }: UploadFieldProps) {
  const t = useText('portal');
  const format = useFormats();
  const { count, size, kinds } = limits;
  const hint = t('answer.filesHint', { count, size: format.bytes(size), kinds: format.list(kinds) });
  return <FileField hint={hint} multiple {...field} />;
}
