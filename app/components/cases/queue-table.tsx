import { useFormats, useText } from '#app/i18n/react.tsx';
import type { QueueRow } from '#app/services/cases/list-queue.ts';
import { Table } from '../ui/table.tsx';
import { StatusTag } from '../ui/tag.tsx';
import { DueDate } from './due-date.tsx';
import { REQUEST_TONES } from './tones.ts';

interface QueueTableProps {
  readonly rows: readonly QueueRow[];
  readonly names: Readonly<Record<string, string>>;
  readonly caption: string;
  readonly empty: string;
}

/** Requests in the order in which to work on them. */
export function QueueTable({ rows, names, caption, empty }: QueueTableProps) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  return (
    <Table
      caption={caption}
      captionHidden
      empty={empty}
      rows={rows}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: 'reference',
          heading: t('queue.column.request'),
          cell: ({ reference, name }) => (
            <>
              <a href={`/officer/cases/${reference}`}>
                <bdi className="figures whitespace-nowrap">{reference}</bdi>
              </a>
              {name && (
                <span className="block font-normal text-ink-soft">
                  <bdi>{name}</bdi>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'due',
          heading: t('queue.column.due'),
          cell: ({ why, late }) => (
            <>
              <DueDate
                by={why.steerBy}
                timezone={why.timezone}
                days={why.days}
                late={late}
                source={why.source}
                confidence={why.confidence}
              />
              {why.waitsFor !== 'us' && why.waitsFor !== 'nobody' && (
                <span className="block text-ink-soft text-sm">{t(`queue.waitsFor.${why.waitsFor}`)}</span>
              )}
            </>
          ),
        },
        {
          key: 'rights',
          heading: t('queue.column.rights'),
          cell: ({ rights }) => format.list(rights.map(({ right }) => legal(`rights.${right}.name`))),
        },
        {
          key: 'law',
          heading: t('queue.column.law'),
          cell: ({ jurisdiction }) => <bdi className="whitespace-nowrap">{jurisdiction}</bdi>,
        },
        {
          key: 'status',
          heading: t('queue.column.status'),
          cell: ({ status }) => (
            <StatusTag state={status} tones={REQUEST_TONES}>
              {t(`requestStatus.${status}`)}
            </StatusTag>
          ),
        },
        {
          key: 'assigned',
          heading: t('queue.column.assigned'),
          cell: ({ assignedTo }) =>
            assignedTo ? (names[assignedTo] ?? t('people.gone')) : t('queue.unassigned'),
        },
      ]}
    />
  );
}
