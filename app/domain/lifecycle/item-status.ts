/**
 * The statuses of one item (one right asked in a request). A request has no status of its own:
 * it is derived from its items by {@link requestStatus}.
 */
export const ITEM_STATUSES = [
  'received',
  'awaiting-identity',
  'in-progress',
  'awaiting-clarification',
  'in-review',
  'fulfilled',
  'partly-fulfilled',
  'refused',
  'withdrawn',
  'expired',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What every item begins as; from there only `applyEvent` moves it. */
export const FIRST_STATUS: ItemStatus = 'received';

/** Statuses from which nothing moves any more. */
export const CLOSED_STATUSES = ['fulfilled', 'partly-fulfilled', 'refused', 'withdrawn', 'expired'] as const;
export type ClosedStatus = (typeof CLOSED_STATUSES)[number];

export function isClosed(status: ItemStatus): status is ClosedStatus {
  return (CLOSED_STATUSES as readonly ItemStatus[]).includes(status);
}

export const REQUEST_STATUSES = [
  'received',
  'awaiting-subject',
  'in-progress',
  'in-review',
  'closed',
] as const;
/** What a request as a whole is waiting for; `awaiting-subject` when identity or an answer is outstanding. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/**
 * Derives the status of a request from those of its items: the open item that needs attention first decides.
 * @throws RangeError when a request without items is given; a request holds at least one.
 */
export function requestStatus(items: readonly ItemStatus[]): RequestStatus {
  if (items.length === 0) throw new RangeError('items: expected at least one item, got none');
  const open = items.filter((status) => !isClosed(status));
  if (open.length === 0) return 'closed';
  if (open.some((status) => status === 'awaiting-identity' || status === 'awaiting-clarification'))
    return 'awaiting-subject';
  if (open.some((status) => status === 'in-progress')) return 'in-progress';
  if (open.some((status) => status === 'in-review')) return 'in-review';
  return 'received';
}
