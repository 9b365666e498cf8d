import { SERVICE_RETENTION, type ServiceRetention } from '#app/domain/retention/service-data.ts';
import { useText } from '#app/i18n/react.tsx';
import type { Translate } from '#app/i18n/text.ts';
import { Table } from '../ui/table.tsx';
import { type NoticeBlock, PURPOSES } from './notice-outline.ts';

/** The company that answers for a place, as the notice names it. */
export interface NoticeController {
  readonly place: 'europe' | 'us' | 'kr' | 'other';
  readonly name: string;
  readonly address: string;
  readonly email: string;
}

type TableName = Extract<NoticeBlock, { table: unknown }>['table'];

/** A table of the notice. The periods are those that the purges read. */
export function NoticeTable(props: { table: TableName; controllers: readonly NoticeController[] }) {
  if (props.table === 'controllers') return <Controllers controllers={props.controllers} />;
  return props.table === 'purposes' ? <Purposes /> : <Retention />;
}

function Controllers({ controllers }: { controllers: readonly NoticeController[] }) {
  const t = useText('legal');
  if (controllers.length === 0) return null;
  const column = (key: string) => t(`privacy.who.column.${key}`);
  return (
    <Table
      caption={t('privacy.who.title')}
      captionHidden
      rows={controllers}
      rowKey={({ name }) => name}
      columns={[
        { key: 'place', heading: column('place'), cell: ({ place }) => t(`privacy.who.places.${place}`) },
        { key: 'company', heading: column('company'), cell: (row) => <Address {...row} /> },
        { key: 'contact', heading: column('contact'), cell: ({ email }) => <bdi>{email}</bdi> },
      ]}
    />
  );
}

function Address({ name, address }: NoticeController) {
  return (
    <>
      <bdi>{name}</bdi>
      <br />
      <bdi className="text-ink-soft text-sm">{address}</bdi>
    </>
  );
}

function Purposes() {
  const t = useText('legal');
  const columns = (['purpose', 'data', 'basis'] as const).map((key) => ({
    key,
    heading: t(`privacy.purposes.column.${key}`),
    cell: (purpose: string) => t(`privacy.purposes.${purpose}.${key}`),
  }));
  return (
    <Table
      caption={t('privacy.purposes.title')}
      captionHidden
      rows={PURPOSES}
      rowKey={(row) => row}
      columns={columns}
    />
  );
}

function Retention() {
  const t = useText('legal');
  const column = (key: string) => t(`privacy.retention.column.${key}`);
  return (
    <Table
      caption={t('privacy.retention.caption')}
      captionHidden
      rows={SERVICE_RETENTION}
      rowKey={({ id }) => id}
      columns={[
        { key: 'data', heading: column('data'), cell: ({ id }) => t(`privacy.retention.${id}`) },
        {
          key: 'trigger',
          heading: column('trigger'),
          cell: ({ trigger }) => t(`privacy.retention.trigger.${trigger}`),
        },
        { key: 'period', heading: column('period'), cell: ({ keep }) => periodText(t, keep) },
      ]}
    />
  );
}

function periodText(t: Translate, keep: ServiceRetention['keep']): string {
  return keep ? t(`privacy.period.${keep.unit}`, { count: keep.amount }) : t('privacy.retention.at_once');
}
