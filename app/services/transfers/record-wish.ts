import { eq } from 'drizzle-orm';
import { directTransmission } from '#app/domain/portability/direct-transmission.ts';
import type { ApplicableRegime } from '#app/domain/rules/applicable-regime.ts';
import { receivers, transfers } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import type { ReceiverCard } from '../organisation/read-receivers.ts';

/** A receiver that a subject chose, as its page described it when they confirmed it. */
export interface ConfirmedReceiver {
  readonly key: string;
  /** `changedAt` of the description that was read. */
  readonly changedAt: string;
}

/**
 * The receiver that was confirmed, if it is still what was described.
 * @throws Conflict `receiver_changed` when it is another one by now, is gone, or the law gives no such right
 */
export async function confirmedReceiver(
  tx: Change,
  regime: ApplicableRegime,
  { key, changedAt }: ConfirmedReceiver,
): Promise<Pick<ReceiverCard, 'key' | 'name' | 'territory'>> {
  const [row] = await tx.db.select().from(receivers).where(eq(receivers.key, key)).for('share');
  if (!row || row.retiredAt || row.changedAt.toString() !== changedAt || !directTransmission(regime))
    throw new Conflict('receiver_changed', { receiver: key });
  return row;
}

/**
 * Records the wish to have an item's package sent to another controller, within the change that receives it.
 * @param receiver null for somebody whom the subject named in their own words: nothing is ever sent there
 */
export async function recordWish(
  ctx: Ctx,
  tx: Change,
  item: { readonly id: string; readonly requestId: string },
  receiver: Pick<ReceiverCard, 'key' | 'name' | 'territory'> | null,
): Promise<void> {
  const [row] = await tx.db
    .insert(transfers)
    .values({
      requestId: item.requestId,
      itemId: item.id,
      state: 'wished',
      receiverKey: receiver?.key ?? null,
      receiverName: receiver?.name ?? null,
      receiverTerritory: receiver?.territory ?? null,
      wishedAt: ctx.clock.now(),
    })
    .returning({ id: transfers.id });
  await tx.audit({
    kind: 'transfer.wished',
    requestId: item.requestId,
    itemId: item.id,
    data: { transfer: row?.id ?? '', receiver: receiver?.key ?? null },
  });
}
