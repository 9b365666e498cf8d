import { isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#app/services/context.ts';
import { outboxMails } from '#db/schema/index.ts';

/**
 * The mails of days gone by are not written to the outbox of today: their time in it is over. Whoever tries the demo
 * finds there only what they caused.
 */
export async function keepOutboxEmpty(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    select graphile_worker.remove_job('mail:' || ${outboxMails.id}::text) from ${outboxMails}
    where ${outboxMails.sentAt} is null and ${outboxMails.purgedAt} is null`);
  await ctx.db
    .update(outboxMails)
    .set({ toSealed: null, paramsSealed: null, purgedAt: ctx.clock.now() })
    .where(isNull(outboxMails.sentAt));
}
