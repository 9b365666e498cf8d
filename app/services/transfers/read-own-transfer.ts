import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { readCase } from '../requests/read-case.ts';
import type { OwnTransfer } from './read-transfers.ts';

/** The transfer of one item, for its data subject. */
export interface OwnTransferPage {
  readonly reference: string;
  readonly jurisdiction: string;
  readonly transfer: OwnTransfer;
}

/**
 * @throws Forbidden without this request's session
 * @throws NotFound when nobody asked for one
 */
export async function readOwnTransfer(
  ctx: Ctx,
  { requestId, ordinal }: { requestId: string; ordinal: number },
): Promise<OwnTransferPage> {
  const { items, reference, jurisdiction } = await readCase(ctx, requestId);
  const transfer = items.find((one) => one.ordinal === ordinal)?.transfer;
  if (!transfer) throw new NotFound('transfer', { requestId, ordinal });
  return { reference, jurisdiction, transfer };
}
