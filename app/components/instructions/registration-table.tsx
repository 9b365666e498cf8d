import { useFormats, useText } from '#app/i18n/react.tsx';
import type { RegistrationHead } from '#app/services/instructions/read-registration.ts';
import { Table } from '../ui/table.tsx';

/** Registrations of instructions, as somebody at the desk looks for one after a death. */
export function RegistrationTable(props: { rows: readonly RegistrationHead[]; caption: string }) {
  const t = useText('officer');
  const format = useFormats();
  return (
    <Table
      caption={props.caption}
      captionHidden
      empty={t('addenda.instructions.none')}
      rows={props.rows}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: 'reference',
          heading: t('addenda.instructions.referenceColumn'),
          cell: ({ reference, name }) => (
            <>
              <a href={`/officer/instructions/${reference}`}>
                <bdi className="figures whitespace-nowrap">{reference}</bdi>
              </a>
              <bdi className="block font-normal text-ink-soft">{name}</bdi>
            </>
          ),
        },
        {
          key: 'proven',
          heading: t('addenda.instructions.since'),
          cell: ({ provenAt }) => format.dateTime(provenAt, 'Europe/Paris'),
        },
        {
          key: 'state',
          heading: t('addenda.instructions.state.label'),
          cell: ({ state }) => t(`addenda.instructions.state.${state}`),
        },
      ]}
    />
  );
}
