import { sql } from 'drizzle-orm';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { enqueueTransfer } from './release-transfer.ts';

/**
 * Puts transfers back into the queue that are released without a job that could still run: a worker that dies in the
 * last try takes the job with it. @returns how many
 */
export async function resumeTransfers(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  return change(ctx, async (tx) => {
    const stranded = await tx.db.execute<{ id: string; receiver: string }>(sql`
      select t.id, t.receiver_key as receiver from transfers t
      where t.state = 'released' and not exists (
        select from graphile_worker.jobs j
        where j.key = 'transfer:' || t.id and (j.attempts < j.max_attempts or j.locked_at is not null))`);
    for (const { id, receiver } of stranded) await enqueueTransfer(tx, id, receiver);
    return stranded.length;
  });
}
