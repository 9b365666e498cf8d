import { useFormats, useText } from '#app/i18n/react.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { type OwnTransferRow, TransferLine } from './transfer-line.tsx';

interface TransferFactsProps {
  readonly transfer: OwnTransferRow & {
    readonly receipt: string | null;
    readonly reason: string | null;
    readonly citation: string | null;
    readonly words: string | null;
  };
  readonly zone: string;
}

/** All that a data subject is told of a transfer: to whom, where they are, when, or why not. */
export function TransferFacts({ transfer, zone }: TransferFactsProps) {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const { receiver, receipt, reason, citation, words } = transfer;
  const rows = [
    ...(receiver
      ? [
          { key: 'receiver', term: t('transfer.facts.receiver'), value: <bdi>{receiver.name}</bdi> },
          {
            key: 'territory',
            term: t('transfer.facts.territory'),
            value: format.country(receiver.territory),
          },
        ]
      : []),
    {
      key: 'state',
      term: t('transfer.facts.state'),
      value: <TransferLine transfer={transfer} zone={zone} />,
    },
    ...(receipt
      ? [
          {
            key: 'receipt',
            term: t('transfer.facts.receipt'),
            value: <bdi className="break-all">{receipt}</bdi>,
          },
        ]
      : []),
    ...(reason
      ? [
          {
            key: 'reason',
            term: t('transfer.facts.reason'),
            value: (
              <>
                {legal(`notice.transfer.reason.${reason}`)}
                {citation && (
                  <>
                    {' '}
                    (<bdi>{citation}</bdi>)
                  </>
                )}
                {words && (
                  <p dir="auto" className="mt-1 whitespace-pre-line break-words">
                    {words}
                  </p>
                )}
              </>
            ),
          },
        ]
      : []),
  ];
  return <SummaryList rows={rows} />;
}
