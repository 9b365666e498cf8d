import { eq } from 'drizzle-orm';
import { type Transmission, type TransmissionOutcome, transmit } from '#app/connectors/transmit.ts';
import { transferHeaders } from '#app/domain/disclosure/transfer-headers.ts';
import type { TransferMove } from '#app/domain/portability/transfer.ts';
import { requestItems, requests, transfers } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { packageToLeave } from '../cases/deliver-package.ts';
import { contactOf, type RequestRow } from '../cases/load-case.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { openReceiverConfig } from '../organisation/save-receivers.ts';
import { lockTransfer, moveTransfer, type TransferRow } from './move-transfer.ts';
import { receiverOf } from './release-transfer.ts';

/** A try that may succeed later: the queue tries again. */
export class TransferPostponed extends Error {
  readonly code: string;

  constructor(reason: string) {
    super(`transfer: ${reason}, expected the receiver to answer`);
    this.name = 'TransferPostponed';
    this.code = reason;
  }
}

/**
 * Sends one released package to its receiver, streamed from storage, and records what came of it. Idempotent: one that
 * is no longer released is left alone, and a try whose outcome was lost is repeated under the same key, under which the
 * receiver takes it once. For the worker.
 * @throws TransferPostponed when the receiver could not be reached, so that the queue tries again; not on the last try
 */
export async function sendTransfer(
  ctx: Ctx,
  { transferId }: { transferId: string },
  { last, signal }: { readonly last: boolean; readonly signal?: AbortSignal },
): Promise<void> {
  requireSystem(ctx.actor);
  const [found] = await ctx.db
    .select({ transfer: transfers, item: requestItems, request: requests })
    .from(transfers)
    .innerJoin(requestItems, eq(requestItems.id, transfers.itemId))
    .innerJoin(requests, eq(requests.id, transfers.requestId))
    .where(eq(transfers.id, transferId));
  if (found?.transfer.state !== 'released') return;
  const outcome = await attempt(ctx, found, signal).catch((error: unknown) => {
    if (!last || signal?.aborted) throw error;
    ctx.log.error({ transfer: transferId }, 'a package could not be read to be sent');
    return { kind: 'failed', reason: 'package_unreadable', status: null } as const;
  });
  await record(ctx, found, outcome, last);
  if (outcome.kind === 'failed' && !last) throw new TransferPostponed(outcome.reason);
}

type Found = {
  readonly transfer: TransferRow;
  readonly item: typeof requestItems.$inferSelect;
  readonly request: RequestRow;
};

async function attempt(
  ctx: Ctx,
  found: Found,
  signal: AbortSignal | undefined,
): Promise<TransmissionOutcome> {
  let sent: Transmission;
  try {
    sent = await change(ctx, (tx) => whatLeaves(ctx, tx, found));
  } catch (error) {
    if (error instanceof Conflict) return { kind: 'barred', reason: barredBy(error.code) };
    throw error;
  }
  return transmit({ ...sent, ...(signal ? { signal } : {}) }, ctx.config);
}

/** The desk looks up what fell where it stands; the two that stand nowhere else keep their own word. */
function barredBy(code: string): string {
  return code === 'receiver_changed' || code === 'package_gone' ? code : 'release_fell';
}

/** What allowed the release may have fallen since: a doubt about the identity, a withdrawal, a purge. @throws Conflict */
async function whatLeaves(
  ctx: Ctx,
  tx: Change,
  { transfer, item, request }: Found,
): Promise<Omit<Transmission, 'signal'>> {
  const receiver = await receiverOf(tx, transfer);
  const built = await packageToLeave(tx, request, item);
  const { storageKey, sha256, signature, bytes } = built;
  if (built.id !== transfer.packageId || !storageKey || !sha256 || !signature || bytes === null)
    throw new Conflict('package_gone');
  const { reference } = request;
  const idempotencyKey = transfer.idempotencyKey ?? transfer.id;
  return {
    ...openReceiverConfig(ctx, receiver.configSealed),
    bytes,
    headers: transferHeaders({ reference, sha256, signature, idempotencyKey }),
    open: () => ctx.storage.open(storageKey),
  };
}

const MOVE: Record<TransmissionOutcome['kind'], TransferMove> = {
  accepted: 'accept',
  refused: 'refuse',
  failed: 'give_up',
  barred: 'give_up',
};

async function record(
  ctx: Ctx,
  { request, item }: Found,
  outcome: TransmissionOutcome,
  last: boolean,
): Promise<void> {
  await change(ctx, async (tx) => {
    const now = await lockTransfer(tx, item.id);
    if (now.state !== 'released') return;
    const attempts = now.attempts + 1;
    const status = 'status' in outcome ? outcome.status : null;
    const facts = {
      attempts,
      responseStatus: status,
      failure: 'reason' in outcome ? outcome.reason : null,
    };
    if (outcome.kind === 'failed' && !last)
      await tx.db.update(transfers).set(facts).where(eq(transfers.id, now.id));
    else
      await moveTransfer(tx, now, MOVE[outcome.kind], {
        ...facts,
        receipt: outcome.kind === 'accepted' ? outcome.receipt : null,
        restedAt: ctx.clock.now(),
      });
    await tx.audit({
      kind: 'transfer.attempted',
      requestId: request.id,
      itemId: item.id,
      data: {
        transfer: now.id,
        attempt: attempts,
        outcome: 'reason' in outcome ? outcome.reason : outcome.kind,
        status,
      },
    });
    const contact = outcome.kind === 'accepted' ? contactOf(ctx, request) : null;
    if (contact)
      await tx.mail({
        kind: 'transfer',
        ...contact,
        requestId: request.id,
        reference: request.reference,
        params: { receiver: now.receiverName, territory: now.receiverTerritory },
      });
  });
}
