import { useFormats, useText } from '#app/i18n/react.tsx';
import { SummaryList } from '../ui/summary-list.tsx';

interface PackageFactsProps {
  readonly delivery: {
    readonly bytes: number | null;
    readonly rows: number | null;
    readonly files: number | null;
    readonly expiresAt: string | null;
    readonly downloads: number;
  };
  readonly zone: string;
}

/** How large a package is, what it holds in numbers, until when it can be had. */
export function PackageFacts({ delivery, zone }: PackageFactsProps) {
  const t = useText('portal');
  const format = useFormats();
  const { bytes, rows, files, expiresAt, downloads } = delivery;
  const fact = (key: string, value: string | null) =>
    value === null ? [] : [{ key, term: t(`download.${key}`), value }];
  return (
    <SummaryList
      rows={[
        ...fact('size', bytes === null ? null : format.bytes(bytes)),
        ...fact('records', rows === null ? null : format.number(rows)),
        ...fact('filesCount', files === null ? null : format.number(files)),
        ...fact('until', expiresAt && format.dateTime(expiresAt, zone)),
        ...fact('times', format.number(downloads)),
      ]}
    />
  );
}
