import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { directTransmission } from '#app/domain/portability/direct-transmission.ts';
import { receivers } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { packageToLeave } from '../cases/deliver-package.ts';
import { itemOf, lockCase, referenceSchema } from '../cases/load-case.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { lockTransfer, moveTransfer, type TransferRow } from './move-transfer.ts';

export const releaseSchema = z.strictObject({ reference: referenceSchema, itemId: z.uuid() });

/** Tries before it is given up; graphile-worker waits e^n seconds after the n-th, three and a half hours in all. */
export const TRANSFER_ATTEMPTS = 10;

/**
 * Lets the worker send an item's package to the controller that the data subject chose, for the first time or again
 * after it came back. What may leave is what may be delivered; the data subject has or gets the same package.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `no_direct_transmission` where the law gives none,
 *   `receiver_unknown` for a name that nobody configured, `receiver_changed` when it is no longer what was confirmed,
 *   `rebuild_needed` for a package without a digest, `transfer_refused`, and what `packageToLeave` says
 */
export function releaseTransfer(ctx: Ctx, input: z.input<typeof releaseSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId } = releaseSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const item = itemOf(found, itemId);
    const transfer = await lockTransfer(tx, itemId);
    if (!directTransmission(regimeOfRequest(found.request))) throw new Conflict('no_direct_transmission');
    const receiver = await receiverOf(tx, transfer);
    const built = await packageToLeave(tx, found.request, item);
    if (!built.sha256 || !built.signature) throw new Conflict('rebuild_needed');
    // The same bytes again are the same message; other bytes are another one, which the receiver must not mix up.
    const again = transfer.packageId === built.id ? transfer.idempotencyKey : null;
    await moveTransfer(tx, transfer, 'release', {
      packageId: built.id,
      idempotencyKey: again ?? randomUUID(),
      releasedBy: personId,
      releasedAt: ctx.clock.now(),
      failure: null,
      responseStatus: null,
      restedAt: null,
    });
    await tx.audit({
      kind: 'transfer.released',
      requestId: item.requestId,
      itemId,
      data: { transfer: transfer.id, package: built.id, receiver: receiver.key },
    });
    await enqueueTransfer(tx, transfer.id, receiver.key);
  });
}

/** Transfers under way at a time. The worker has four hands: however slow receivers are, two are left for codes and mails. */
const LANES = 2;

/** Has the worker send a released transfer. A slow receiver holds up those of its lane and no other job. */
export function enqueueTransfer(
  tx: Pick<Change, 'enqueue'>,
  transferId: string,
  receiver: string,
): Promise<void> {
  const lane = createHash('sha256').update(receiver).digest().readUInt8() % LANES;
  return tx.enqueue(
    'send_transfer',
    { transferId },
    {
      jobKey: `transfer:${transferId}`,
      queueName: `transfers:${lane}`,
      maxAttempts: TRANSFER_ATTEMPTS,
    },
  );
}

/**
 * The receiver of a transfer, if it is still the one that the data subject confirmed.
 * @throws Conflict `receiver_unknown`, `receiver_changed`
 */
export async function receiverOf(
  tx: Pick<Change, 'db'>,
  transfer: Pick<TransferRow, 'receiverKey' | 'receiverName' | 'receiverTerritory'>,
): Promise<typeof receivers.$inferSelect> {
  if (!transfer.receiverKey) throw new Conflict('receiver_unknown');
  const [row] = await tx.db.select().from(receivers).where(eq(receivers.key, transfer.receiverKey));
  const same = row?.name === transfer.receiverName && row?.territory === transfer.receiverTerritory;
  if (!row || row.retiredAt || !same) throw new Conflict('receiver_changed');
  return row;
}
