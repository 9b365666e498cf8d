import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ReviewRow } from '#app/services/collection/load-collection.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';

interface CollectedRowsProps {
  readonly rows: readonly ReviewRow[];
  /** Zero-based rows that are withheld, whole or in part. */
  readonly withheld: readonly number[];
  /** The page that withholds a row; null for somebody who only reads. */
  readonly withholdHref: ((row: number) => string) | null;
}

/** Rows as they were found, field by field; what leaves masked says so. */
export function CollectedRows({ rows, withheld, withholdHref }: CollectedRowsProps) {
  const t = useText('officer');
  const format = useFormats();
  if (rows.length === 0) return <p className="text-ink-soft">{t('rows.none')}</p>;
  return (
    <ol className="grid gap-4">
      {rows.map((row) => (
        <li key={row.row} className="min-w-0 rounded-md border border-line bg-surface p-4">
          <div className="mb-2 flex flex-wrap items-center gap-2">
            <strong>{t('rows.row', { row: format.number(row.row + 1) })}</strong>
            {row.thirdParty && <Tag tone="warning">{t('rows.thirdParty')}</Tag>}
            {withheld.includes(row.row) && <Tag tone="danger">{t('rows.withheld')}</Tag>}
            <span className="wrap-anywhere min-w-0 text-ink-soft text-sm">
              {t('rows.ways')} <bdi>{row.ways.join(', ')}</bdi>
            </span>
          </div>
          <dl className="grid gap-x-6 gap-y-1 md:grid-cols-2">
            {Object.entries(row.found).map(([field, value]) => (
              <div key={field} className="min-w-0 sm:flex sm:gap-x-2">
                <dt className="wrap-anywhere text-ink-soft sm:shrink-0">
                  <bdi>{field}</bdi>
                </dt>
                <dd className="min-w-0">
                  <bdi className="wrap-anywhere">{shown(value)}</bdi>
                  {row.masked.includes(field) && <span className="text-sm"> ({t('rows.masked')})</span>}
                </dd>
              </div>
            ))}
          </dl>
          {withholdHref && (
            <p className="mt-2">
              <ButtonLink look="link" href={withholdHref(row.row)}>
                {t('action.withhold')}
                <span className="sr-only"> {t('rows.row', { row: format.number(row.row + 1) })}</span>
              </ButtonLink>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
