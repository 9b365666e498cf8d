import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type CitedGround, refusalGrounds } from '#app/domain/rules/refusal-grounds.ts';
import { requestItems, requests } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { rightDecidedOn } from '../appeals/case-appeals.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { parseReference } from '../requests/reference.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { regulatorToTell, type ToldRegulator } from './case-law.ts';
import { remedyText } from './compose-notice.ts';
import { referenceSchema } from './load-case.ts';

const inputSchema = z.strictObject({ reference: referenceSchema, itemId: z.uuid() });

export interface RefusalDraft {
  readonly grounds: readonly CitedGround[];
  /** Null where no law is described: the officer then names it. */
  readonly regulator: ToldRegulator | null;
  /** In the subject's language. */
  readonly remedy: string;
}

/** What a refusal needs, as far as the law gives it, for the officer to check. @throws Forbidden, NotFound */
export async function refusalDraft(ctx: Ctx, input: z.input<typeof inputSchema>): Promise<RefusalDraft> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId } = inputSchema.parse(input);
  const [row] = await ctx.db
    .select({ request: requests, item: requestItems })
    .from(requests)
    .innerJoin(requestItems, eq(requestItems.requestId, requests.id))
    .where(and(eq(requests.reference, parseReference(reference) ?? ''), eq(requestItems.id, itemId)));
  if (!row) throw new NotFound('item');
  const regime = regimeOfRequest(row.request);
  return {
    grounds: refusalGrounds(regime, await rightDecidedOn(ctx, row.item)),
    regulator: regulatorToTell(regime, row.request.locale),
    remedy: remedyText(row.request.locale, regime),
  };
}
