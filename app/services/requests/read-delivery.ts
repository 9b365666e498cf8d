import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { type CasePackage, readCase } from './read-case.ts';

/** A package that was delivered, as its page tells of it. */
export interface DeliveryView extends CasePackage {
  readonly right: DataSubjectRight;
  readonly jurisdiction: string;
  /** Where the code goes. */
  readonly email: string;
}

/**
 * The delivered package of one item. Reading it consumes nothing.
 * @throws Forbidden without this request's session
 * @throws NotFound when nothing was delivered for this item
 */
export async function readDelivery(
  ctx: Ctx,
  { requestId, ordinal }: { requestId: string; ordinal: number },
): Promise<DeliveryView> {
  const { items, packages, jurisdiction, email } = await readCase(ctx, requestId);
  const item = items.find((one) => one.ordinal === ordinal);
  const found = packages.findLast((one) => one.ordinal === ordinal);
  if (!item || !found) throw new NotFound('no_package', { requestId, ordinal });
  return { ...found, right: item.right, jurisdiction, email };
}
