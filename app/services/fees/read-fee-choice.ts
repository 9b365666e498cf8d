import { eq } from 'drizzle-orm';
import { type FeeRule, feeRule } from '#app/domain/fees/fee-rule.ts';
import { requestItems, requests } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { parseReference } from '../requests/reference.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';

/**
 * What the law lets be asked for an item. @throws Forbidden, NotFound; Conflict `no_fee_here` where it is free
 */
export async function readFeeChoice(
  ctx: Ctx,
  input: { reference: string; itemId: string },
): Promise<FeeRule> {
  requireStaff(ctx.actor, ...FULFILLING);
  const [found] = await ctx.db
    .select({ request: requests, right: requestItems.right })
    .from(requests)
    .innerJoin(requestItems, eq(requestItems.requestId, requests.id))
    .where(eq(requestItems.id, input.itemId));
  if (!found || found.request.reference !== parseReference(input.reference)) throw new NotFound('item');
  const rule = feeRule(regimeOfRequest(found.request), found.right);
  if (rule.options.length === 0) throw new Conflict('no_fee_here');
  return rule;
}
