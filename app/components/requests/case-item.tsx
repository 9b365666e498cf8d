import { type ItemStatus, isClosed } from '#app/domain/lifecycle/item-status.ts';
import type { Details } from '#app/domain/requests/right-details.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { useText } from '#app/i18n/react.tsx';
import { DeadlineSummary } from './deadline-summary.tsx';
import { ItemDetails } from './item-details.tsx';
import { ItemStatusTag } from './item-status-tag.tsx';
import { type OwnTransferRow, TransferLine } from './transfer-line.tsx';

interface CaseItemRow {
  readonly ordinal: number;
  readonly right: DataSubjectRight;
  readonly status: ItemStatus;
  readonly details: Details;
  readonly deadline: Deadline | null;
  readonly officerChecks: boolean;
  readonly decision: { readonly decidedAt: string } | null;
  readonly transfer: OwnTransferRow | null;
}

/** One item of a request: what was asked, how it stands, what happens next, until when. */
export function CaseItemCard(props: {
  item: CaseItemRow;
  confirmed: boolean;
  behalf: boolean;
  zone: string;
}) {
  const { item, confirmed, behalf, zone } = props;
  const t = useText('portal');
  const legal = useText('legal');
  const waitsForOfficer = item.status === 'awaiting-identity' && confirmed;
  return (
    <section className="mt-4 rounded-md border border-line bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-bold text-lg">{legal(`rights.${item.right}.name`)}</h3>
        <ItemStatusTag status={item.status} />
      </div>
      <div className="mt-2 text-ink-soft">
        <ItemDetails right={item.right} details={item.details} />
      </div>
      <p className="mt-3 max-w-measure">
        <span className="font-semibold">{t('case.next')}: </span>
        {waitsForOfficer || (item.officerChecks && confirmed)
          ? t(behalf ? 'case.authorityChecks' : 'case.officerChecks')
          : t(`case.nextFor.${item.status}`)}
      </p>
      {item.deadline && !isClosed(item.status) && (
        <div className="mt-3">
          <DeadlineSummary deadline={item.deadline} />
        </div>
      )}
      {item.transfer && (
        <p className="mt-3 max-w-measure">
          <TransferLine transfer={item.transfer} zone={zone} />{' '}
          {confirmed && <a href={`/track/case/transfer/${item.ordinal + 1}`}>{t('transfer.link')}</a>}
        </p>
      )}
      {item.decision && (
        <p className="mt-3">
          <a href={`/track/case/decision/${item.ordinal + 1}`}>
            {t('case.decisionLink')}
            <span className="sr-only">: {legal(`rights.${item.right}.name`)}</span>
          </a>
        </p>
      )}
    </section>
  );
}
