import type { ComparisonRow } from '#app/domain/rules/explorer/compare-jurisdictions.ts';
import { useText } from '#app/i18n/react.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Doubt } from './citation.tsx';
import { useExtensionText, usePeriodText } from './period-text.ts';

/** Every law in one table: what the right is there, and its times in the words of the law. */
export function ComparisonTable({ rows, caption }: { rows: readonly ComparisonRow[]; caption: string }) {
  return <Table caption={caption} columns={useColumns()} rows={rows} rowKey={(row) => row.jurisdiction} />;
}

function useColumns(): Column<ComparisonRow>[] {
  const t = useText('explorer');
  const legal = useText('legal');
  return [
    {
      key: 'place',
      heading: t('compare.place'),
      cell: (row) => <a href={`/rights/${row.code}`}>{legal(`jurisdictions.${row.jurisdiction}`)}</a>,
    },
    {
      key: 'law',
      heading: t('compare.law'),
      cell: (row) => row.pack && <span className="text-sm">{legal(`packs.${row.pack}.name`)}</span>,
    },
    {
      key: 'standing',
      heading: t('compare.standing'),
      cell: (row) =>
        row.standing === 'not_described' ? t('compare.notDescribed') : legal(`standing.${row.standing}`),
    },
    { key: 'answer', heading: t('compare.answer'), cell: (row) => <Answer row={row} /> },
    { key: 'extension', heading: t('compare.extension'), cell: (row) => <Extension row={row} /> },
    { key: 'ack', heading: t('compare.ack'), cell: (row) => <FirstReply row={row} /> },
  ];
}

/** The time to answer by law; a promise of ours only under its own name. */
function Answer({ row }: { row: ComparisonRow }) {
  const t = useText('explorer');
  const period = usePeriodText();
  const { response, promise } = row.rule ?? {};
  if (row.standing === 'statutory' && response) {
    return (
      <>
        {period(response.period)}
        <Doubt confidence={response.confidence} />
      </>
    );
  }
  const ours = row.standing === 'policy_only' || row.standing === 'discretionary';
  return ours && promise ? t('compare.promise', { period: period(promise.period) }) : <Nothing />;
}

function Extension({ row }: { row: ComparisonRow }) {
  const extension = useExtensionText();
  const more = row.rule?.extension;
  if (row.standing !== 'statutory' || !more) return <Nothing />;
  return (
    <>
      {extension(more)}
      <Doubt confidence={more.confidence} />
    </>
  );
}

function FirstReply({ row }: { row: ComparisonRow }) {
  const period = usePeriodText();
  const ack = row.rule?.acknowledgement;
  if (row.standing !== 'statutory' || !ack) return <Nothing />;
  return (
    <>
      {period(ack.period)}
      <Doubt confidence={ack.confidence} />
    </>
  );
}

/** A dash for the eye, a word for the ear. */
function Nothing() {
  const t = useText('explorer');
  return (
    <>
      <span aria-hidden="true" className="text-ink-soft">
        –
      </span>
      <span className="sr-only">{t('compare.nothing')}</span>
    </>
  );
}
