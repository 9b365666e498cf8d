import { sql } from 'drizzle-orm';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { TRANSFER_ATTEMPTS } from './release-transfer.ts';

/**
 * Puts transfers back into the queue that are released without a job that could still run: a worker that dies in the
 * last try takes the job with it. @returns how many
 */
export async function resumeTransfers(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  return change(ctx, async (tx) => {
    const stranded = await tx.db.execute<{ id: string }>(sql`
      select t.id from transfers t
      where t.state = 'released' and not exists (
        select from graphile_worker.jobs j
        where j.key = 'transfer:' || t.id and (j.attempts < j.max_attempts or j.locked_at is not null))`);
    for (const { id } of stranded) {
      const job = { jobKey: `transfer:${id}`, maxAttempts: TRANSFER_ATTEMPTS };
      await tx.enqueue('send_transfer', { transferId: id }, job);
    }
    return stranded.length;
  });
}
