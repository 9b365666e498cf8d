import type { ItemStatus, RequestStatus } from '#app/domain/lifecycle/item-status.ts';
import type { TagTone } from '../ui/tag.tsx';

/** One look per status, the same on every page. */
export const ITEM_TONES: Readonly<Record<ItemStatus, TagTone>> = {
  received: 'neutral',
  'awaiting-identity': 'warning',
  'in-progress': 'accent',
  'awaiting-clarification': 'warning',
  'in-review': 'info',
  fulfilled: 'success',
  'partly-fulfilled': 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export const REQUEST_TONES: Readonly<Record<RequestStatus, TagTone>> = {
  received: 'neutral',
  'awaiting-subject': 'warning',
  'in-progress': 'accent',
  'in-review': 'info',
  closed: 'neutral',
};
