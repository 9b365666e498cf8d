import { ANSWER_MEASURES } from '#app/domain/policy/policy-answer.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import type { Dissent } from '#app/services/policy/list-dissent.ts';
import { Button } from '../ui/button.tsx';
import { Table } from '../ui/table.tsx';

interface DissentTableProps {
  readonly path: string;
  readonly rows: readonly Dissent[];
  readonly names: Readonly<Record<string, string>>;
  readonly acting: boolean;
}

/** Rejections and objections, each with an address to write to and what was done about it. */
export function DissentTable({ path, rows, names, acting }: DissentTableProps) {
  const t = useText('officer');
  const portal = useText('portal');
  const format = useFormats();
  return (
    <Table
      caption={t('policy.dissent.title')}
      captionHidden
      empty={t('policy.dissent.none')}
      rows={rows}
      rowKey={({ answerId }) => answerId}
      columns={[
        { key: 'address', heading: t('policy.dissent.address'), cell: (row) => <Address row={row} /> },
        { key: 'country', heading: t('policy.country'), cell: ({ country }) => format.country(country) },
        {
          key: 'answer',
          heading: t('policy.dissent.answer'),
          cell: ({ answer, late }) => portal(`policy.state.${late ? 'objected_late' : answer}`),
        },
        { key: 'at', heading: t('policy.dissent.at'), cell: ({ at }) => format.dateTime(at, 'UTC') },
        {
          key: 'what',
          heading: t('policy.dissent.what'),
          cell: (row) =>
            row.measure ? (
              <Done measure={row.measure} names={names} />
            ) : (
              acting && <MeasureForm path={path} row={row} />
            ),
        },
      ]}
    />
  );
}

function Address({ row }: { row: Dissent }) {
  const t = useText('officer');
  if (row.email === null) return t('policy.dissent.erased');
  return (
    <a href={`mailto:${encodeURIComponent(row.email)}`} className="break-all">
      <span className="sr-only">{t('policy.dissent.write', { address: '' })}</span>
      <bdi>{row.email}</bdi>
    </a>
  );
}

function Done(props: { measure: NonNullable<Dissent['measure']>; names: Readonly<Record<string, string>> }) {
  const t = useText('officer');
  const format = useFormats();
  const { measure, by, at } = props.measure;
  return (
    <>
      {t(`policy.measure.${measure}`)}
      <span className="block text-ink-soft text-sm">
        {t('policy.dissent.by', { name: `\u2068${props.names[by] ?? by}\u2069`, date: format.date(at) })}
      </span>
    </>
  );
}

function MeasureForm({ path, row }: { path: string; row: Dissent }) {
  const t = useText('officer');
  const id = `measure-${row.answerId}`;
  return (
    <form method="post" action={`${path}/measure`} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="answer" value={row.answerId} />
      <label htmlFor={id} className="sr-only">
        {t('policy.dissent.what')} <bdi>{row.email ?? ''}</bdi>
      </label>
      <select
        id={id}
        name="measure"
        className="min-h-11 max-w-full rounded-sm border border-line-strong bg-surface px-2 text-ink"
      >
        {ANSWER_MEASURES.map((measure) => (
          <option key={measure} value={measure}>
            {t(`policy.measure.${measure}`)}
          </option>
        ))}
      </select>
      <Button look="secondary">{t('policy.dissent.save')}</Button>
    </form>
  );
}
