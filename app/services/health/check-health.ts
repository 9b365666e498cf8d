import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

/** Resolves when the database answers; rejects with the driver's error. */
export async function checkDatabase(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`select 1`);
}

/** Seconds that the oldest due and unlocked job has been waiting; 0 when none waits. */
export async function queueAgeSeconds(ctx: Ctx): Promise<number> {
  const rows = await ctx.db.execute<{ age: number | null }>(sql`
    select extract(epoch from now() - min(run_at))::float8 as age from graphile_worker.jobs
    where run_at <= now() and locked_at is null and attempts < max_attempts`);
  return Math.max(0, rows[0]?.age ?? 0);
}
