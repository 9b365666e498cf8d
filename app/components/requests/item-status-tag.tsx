import type { ItemStatus } from '#app/domain/lifecycle/item-status.ts';
import { useText } from '#app/i18n/react.tsx';
import { StatusTag, type TagTone } from '../ui/tag.tsx';

const TONES: Record<ItemStatus, TagTone> = {
  received: 'info',
  'awaiting-identity': 'warning',
  'in-progress': 'info',
  'awaiting-clarification': 'warning',
  'in-review': 'info',
  fulfilled: 'success',
  'partly-fulfilled': 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  expired: 'neutral',
};

/** The status of an item as the subject is told it. */
export function ItemStatusTag({ status }: { status: ItemStatus }) {
  const t = useText('portal');
  return (
    <StatusTag state={status} tones={TONES}>
      {t(`case.status.${status}`)}
    </StatusTag>
  );
}
