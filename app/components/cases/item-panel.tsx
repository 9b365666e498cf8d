import { useFormats, useText } from '#app/i18n/react.tsx';
import type { ItemView } from '#app/services/cases/read-case-items.ts';
import { ItemDetails } from '../requests/item-details.tsx';
import { StatusTag } from '../ui/tag.tsx';
import { ClockPanel } from './clock-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemRecords } from './item-records.tsx';
import { isOpenToFulfil } from './next-steps.ts';
import { Panel } from './panel.tsx';
import { ITEM_TONES } from './tones.ts';
import { TransferPanel } from './transfer-panel.tsx';

interface ItemPanelProps {
  readonly reference: string;
  readonly item: ItemView;
  readonly late: boolean;
  readonly names: Readonly<Record<string, string>>;
  /** Whether the reader may act; an auditor only reads. */
  readonly acting: boolean;
  readonly reviewed: boolean;
}

/** One right asked: what was asked, its clock, what is on record, and what can be done now. */
export function ItemPanel({ reference, item, late, names, acting, reviewed }: ItemPanelProps) {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const lacks = item.lacks.map((need) => t(`lacks.${need}`));
  return (
    <Panel
      id={`item-${item.id}`}
      title={legal(`rights.${item.right}.name`)}
      aside={
        <StatusTag state={item.status} tones={ITEM_TONES}>
          {t(`status.${item.status}`)}
        </StatusTag>
      }
    >
      {item.citation && (
        <p className="-mt-2 mb-3 text-ink-soft text-sm">
          <bdi>{item.citation}</bdi>
          {item.deadline && item.deadline.standing !== 'statutory' && (
            <> ({legal(`standing.${item.deadline.standing}`)})</>
          )}
        </p>
      )}
      <div className="mb-3 rounded-sm bg-sunken px-3 py-2 empty:hidden">
        <ItemDetails right={item.right} details={item.details} />
      </div>
      {!item.decision && item.events.length > 0 && <ClockPanel item={item} late={late} />}
      <ItemRecords reference={reference} item={item} names={names} />
      <TransferPanel {...{ reference, item, names, acting }} />
      {item.decision && <DecisionPanel decision={item.decision} names={names} />}
      {isOpenToFulfil(item) && lacks.length > 0 && (
        <p className="mt-3">
          <strong>{t('lacks.title')}</strong> {format.list(lacks)}
        </p>
      )}
      {acting && <ItemActions reference={reference} item={item} reviewed={reviewed} />}
    </Panel>
  );
}
