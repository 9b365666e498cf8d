import type { ItemView } from '#app/services/cases/read-case-items.ts';

/** Whether the table would let an officer fulfil the item, were everything on record. */
export function isOpenToFulfil(item: Pick<ItemView, 'events'>): boolean {
  return item.events.includes('fulfilled');
}

/** Whether a package can be built now: what was found is reviewed, and none is built or under way. */
export function mayBuild(item: ItemView, reviewed: boolean): boolean {
  const last = item.packages.at(-1);
  const idle = !last || last.status === 'failed' || last.status === 'purged';
  return item.packaged && reviewed && idle && isOpenToFulfil(item);
}

/** Whether a built package waits to be delivered. */
export function mayDeliver(item: ItemView): boolean {
  const last = item.packages.at(-1);
  return last?.status === 'built' && last.deliveredAt === null && isOpenToFulfil(item);
}
