import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseIdentity } from '#app/domain/data-map/identity.ts';
import { type AssuranceLevel, suffices } from '#app/domain/identity/assurance.ts';
import { requestItems, requests } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { assuranceNeeded } from '../cases/case-law.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { moveItems } from '../requests/move-item.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { checkCodeOfRequest } from './codes.ts';
import { lockRequest } from './confirm-address.ts';
import { recordAccountProof } from './record-account-proof.ts';

/** What a code to the address on file proves: the account, as a password would (11 CCR 7061). */
const ASSURANCE = 'reasonable';

type RequestRow = typeof requests.$inferSelect;

/**
 * Whether a code to the account's address can help: the subject asks for themselves, named an account, proved the
 * mailbox of the request, and is not known well enough yet.
 */
export function mayProveAccount(request: RequestRow): boolean {
  const { filedFor, accountSealed, contactVerifiedAt, assurance, closedAt } = request;
  return (
    filedFor === 'self' &&
    accountSealed !== null &&
    contactVerifiedAt !== null &&
    closedAt === null &&
    !suffices(assurance, ASSURANCE)
  );
}

/**
 * The subject claims the account that they named: the worker looks its address up and mails a code there. The answer
 * is the same whether the account exists or not.
 * @throws Forbidden without this request's session; Conflict `account_not_claimable`
 * @throws RateLimited per network
 */
export async function claimAccount(ctx: Ctx, input: { requestId: string; network: string }): Promise<void> {
  const { requestId, network } = input;
  requireSubject(ctx.actor, requestId);
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  await change(ctx, async (tx) => {
    const { request } = await lockRequest(ctx, tx, requestId);
    if (!mayProveAccount(request)) throw new Conflict('account_not_claimable', { requestId });
    await tx.enqueue('look_up_account', { requestId }, { jobKey: `account:${requestId}` });
  });
}

const attempt = z.strictObject({
  requestId: z.uuid(),
  code: z.string().min(1).max(40),
  network: z.string().min(1),
});

/**
 * The code from the account's mailbox proves the account: it seeds the walk, and items that need no more start.
 * @throws Forbidden without this request's session; Conflict `account_not_claimable`
 * @throws RateLimited past the failures a day of the request, or the tries an hour of the network
 */
export async function proveAccount(
  ctx: Ctx,
  input: z.infer<typeof attempt>,
): Promise<{ ok: false } | { ok: true; started: number }> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, code, network } = attempt.parse(input);
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, network);
  return change(ctx, async (tx) => {
    const { request } = await lockRequest(ctx, tx, requestId);
    if (!mayProveAccount(request)) throw new Conflict('account_not_claimable', { requestId });
    const right = await checkCodeOfRequest(ctx, tx, { requestId, purpose: 'address_on_file', code });
    if (!right) {
      await tx.audit({
        kind: 'code.refused',
        requestId,
        data: { purpose: 'address_on_file', reason: 'mismatch' },
      });
      return { ok: false };
    }
    await recordAccount(ctx, tx, request);
    return { ok: true, started: await startWaiting(ctx, tx, request, ASSURANCE) };
  });
}

async function recordAccount(ctx: Ctx, tx: Change, request: RequestRow): Promise<void> {
  const typed = ctx.vault.open(request.accountSealed ?? '', 'requests.account');
  await recordAccountProof(ctx, tx, {
    requestId: request.id,
    account: normaliseIdentity('account_id', typed),
    method: 'code_to_address_on_file',
    assurance: ASSURANCE,
    attributes: ['account_id'],
    recordedBy: request.id,
  });
  await tx.db.update(requests).set({ assurance: ASSURANCE }).where(eq(requests.id, request.id));
}

/** Starts the items that waited for this assurance or less, within a change. Returns how many. */
export async function startWaiting(
  ctx: Ctx,
  tx: Change,
  request: RequestRow,
  assurance: AssuranceLevel,
): Promise<number> {
  const waiting = await tx.db
    .select()
    .from(requestItems)
    .where(
      and(
        eq(requestItems.requestId, request.id),
        inArray(requestItems.status, ['received', 'awaiting-identity']),
      ),
    );
  const regime = regimeOfRequest(request);
  const ready = waiting.filter(({ right }) => suffices(assurance, assuranceNeeded(regime, right)));
  await moveItems(ctx, tx, ready, 'identity_verified');
  return ready.length;
}
