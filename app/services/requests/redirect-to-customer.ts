import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';

/**
 * A visitor asks about content that a business customer stores with us: we are its processor and point them there.
 * Only the fact is logged, so that somebody can count how often it happens; anybody may.
 * @throws RateLimited per network, so that the log cannot be filled by a loop
 */
export async function redirectToCustomer(ctx: Ctx, input: { network: string }): Promise<void> {
  await takeToken(ctx, LIMITS.filingPerNetwork, input.network);
  await change(ctx, (tx) => tx.audit({ kind: 'request.redirected', data: {} }));
}
