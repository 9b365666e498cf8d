import { casePath } from '#app/domain/requests/case-path.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { EntryView } from '#app/services/audit/list-entries.ts';
import { Table } from '../ui/table.tsx';
import { useEntryText } from './entry-text.ts';

interface AuditTableProps {
  readonly entries: readonly EntryView[];
  readonly names: Readonly<Record<string, string>>;
}

/** Entries as they stand in the log: number in the chain, time, what, who, about which request, with which data. */
export function AuditTable({ entries, names }: AuditTableProps) {
  const t = useText('officer');
  const format = useFormats();
  const say = useEntryText();
  return (
    <Table
      caption={t('audit.title')}
      captionHidden
      empty={t('audit.none')}
      rows={entries}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'seq',
          heading: t('audit.column.seq'),
          cell: ({ seq }) => (
            <span className="figures">{seq === null ? t('audit.unsealed') : format.number(seq)}</span>
          ),
        },
        {
          key: 'at',
          heading: t('audit.column.at'),
          cell: ({ at }) => <time dateTime={at}>{format.dateTime(at, 'UTC')}</time>,
        },
        { key: 'what', heading: t('audit.column.what'), cell: ({ kind, data }) => say(kind, data) },
        {
          key: 'who',
          heading: t('audit.column.who'),
          cell: ({ actorKind, actorId }) =>
            actorKind === 'officer' ? (names[actorId ?? ''] ?? t('people.gone')) : t(`actor.${actorKind}`),
        },
        {
          key: 'request',
          heading: t('audit.column.request'),
          cell: ({ reference }) =>
            reference ? (
              <a href={casePath(reference)}>
                <bdi className="whitespace-nowrap">{reference}</bdi>
              </a>
            ) : (
              '–'
            ),
        },
        {
          key: 'data',
          heading: t('audit.column.data'),
          cell: ({ data }) => (
            <code dir="ltr" className="break-all text-sm">
              {Object.entries(data)
                .map(
                  ([name, value]) =>
                    `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
                )
                .join(' ')}
            </code>
          ),
        },
      ]}
    />
  );
}
