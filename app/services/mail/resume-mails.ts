import { sql } from 'drizzle-orm';
import { requireSystem } from '../actor.ts';
import { change, mailJob } from '../change.ts';
import type { Ctx } from '../context.ts';

/**
 * Puts mails back into the queue that wait in the outbox without a job that could still run: a worker that dies in
 * the last try of a job takes the job with it, but never the mail. @returns how many
 */
export async function resumeMails(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  return change(ctx, async (tx) => {
    const stranded = await tx.db.execute<{ id: string; kind: string }>(sql`
      select m.id, m.kind from outbox_mails m
      where m.sent_at is null and m.gave_up_at is null and m.purged_at is null and not exists (
        select from graphile_worker.jobs j
        where j.key = 'mail:' || m.id and (j.attempts < j.max_attempts or j.locked_at is not null))`);
    for (const mail of stranded) await tx.enqueue('send_mail', { mailId: mail.id }, mailJob(mail));
    return stranded.length;
  });
}
