import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { payloadRetention } from '#app/domain/retention/request-payload.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { requests } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { purgePayload } from './purge-payload.ts';

const unpurged = and(isNotNull(requests.closedAt), isNull(requests.payloadPurgedAt));

/**
 * Purges the payload of every closed request whose law's period, or ours where the law has none, is over.
 * @returns how many requests were purged
 */
export async function purgePayloads(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const now = ctx.clock.now();
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString();
  const places = await ctx.db
    .selectDistinct({ jurisdiction: requests.jurisdiction })
    .from(requests)
    .where(unpurged);
  let purged = 0;
  for (const { jurisdiction } of places) {
    const limit = heldUntil(payloadRetention(jurisdiction, today).keep, now);
    const over = await ctx.db
      .select({ id: requests.id })
      .from(requests)
      .where(and(unpurged, eq(requests.jurisdiction, jurisdiction), lte(requests.closedAt, limit)));
    for (const { id } of over) {
      if (await purgePayload(ctx, id)) purged += 1;
    }
  }
  return purged;
}
