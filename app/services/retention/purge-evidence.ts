import { eq } from 'drizzle-orm';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { requestItems } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { purgeAttachments } from './purge-attachments.ts';

/**
 * Purges evidence of identity and authority once it has served. While another right of the request is still open it
 * is needed for that one, and stays; the closing of that one asks again. @returns how many files were purged
 */
export async function purgeEvidence(ctx: Ctx, requestId: string): Promise<number> {
  requireSystem(ctx.actor);
  const items = await ctx.db
    .select({ status: requestItems.status })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId));
  if (!items.every(({ status }) => isClosed(status))) return 0;
  return purgeAttachments(ctx, requestId, ['identity', 'authority']);
}
