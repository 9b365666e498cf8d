import { sql } from 'drizzle-orm';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';

/** Takes jobs out of the queue that failed for the last time long enough ago. @returns how many */
export async function purgeFailedJobs(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const limit = heldUntil(OWN_RECORDS.failedJob.keep, ctx.clock.now()).toString();
  const gone = await ctx.db.execute(sql`
    select id from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where attempts >= max_attempts and locked_at is null and updated_at <= ${limit}::timestamptz))`);
  return gone.length;
}
