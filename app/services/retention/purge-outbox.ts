import { and, isNull, lte, or } from 'drizzle-orm';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { outboxMails } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { removeFile } from '../mail/mail-transport.ts';

/**
 * Erases address and content of mails that left, or were given up, long enough ago, and their files where no mail
 * server takes them. The row stays, so that it can be shown that a notice was sent and when.
 * @returns how many mails were purged
 */
export async function purgeOutbox(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const now = ctx.clock.now();
  const { sentMail, failedMail } = OWN_RECORDS;
  const over = and(
    isNull(outboxMails.purgedAt),
    or(
      lte(outboxMails.sentAt, heldUntil(sentMail.keep, now)),
      lte(outboxMails.gaveUpAt, heldUntil(failedMail.keep, now)),
    ),
  );
  return change(ctx, async (tx) => {
    const purged = await tx.db
      .update(outboxMails)
      .set({ toSealed: null, paramsSealed: null, purgedAt: now })
      .where(over)
      .returning({ id: outboxMails.id, createdAt: outboxMails.createdAt });
    // Before the commit: cut off in between, the next turn finds the rows again, and a file that is gone is no error.
    for (const { id, createdAt } of purged) await removeFile(ctx.config, { id, date: createdAt.toString() });
    if (purged.length > 0) await tx.audit({ kind: 'outbox.purged', data: { mails: purged.length } });
    return purged.length;
  });
}
