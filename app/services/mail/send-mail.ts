import { eq } from 'drizzle-orm';
import { outboxMails } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { UnsendableMail } from './mail-message.ts';
import { type MailTransport, mailTransport } from './mail-transport.ts';
import { messageOf, type OutboxRow } from './message-of.ts';

/** `gone`: sent or given up before, purged, or never there. `gave_up`: it stays in the outbox, and the log says so. */
export type SendOutcome = 'sent' | 'gone' | 'gave_up';

export interface SendOptions {
  /** Whether a failure now is final. */
  readonly last: boolean;
  readonly transport?: MailTransport;
}

/**
 * Sends one mail of the outbox. Safe to run twice: the row is locked while the mail leaves, and marked after the
 * other side took it over. If the process dies between the two, the mail leaves again under the same Message-ID.
 * @throws what the transport threw, after the failure is on record, so that the job is tried again
 */
export async function sendMail(ctx: Ctx, mailId: string, options: SendOptions): Promise<SendOutcome> {
  requireSystem(ctx.actor);
  const result = await change(ctx, async (tx): Promise<SendOutcome | { failure: unknown }> => {
    const [row] = await tx.db.select().from(outboxMails).where(eq(outboxMails.id, mailId)).for('update');
    if (!row || row.sentAt || row.gaveUpAt || row.purgedAt) return 'gone';
    try {
      await (options.transport ?? mailTransport(ctx.config))(await messageOf(ctx, tx.db, row));
    } catch (failure) {
      const final = options.last || failure instanceof UnsendableMail;
      await recordFailure(ctx, tx, row, failure, final);
      return final ? 'gave_up' : { failure };
    }
    await recordSent(ctx, tx, row);
    return 'sent';
  });
  if (typeof result === 'object') throw result.failure;
  return result;
}

async function recordSent(ctx: Ctx, tx: Change, row: OutboxRow): Promise<void> {
  const attempts = row.attempts + 1;
  await tx.db
    .update(outboxMails)
    .set({ attempts, sentAt: ctx.clock.now(), lastFailure: null })
    .where(eq(outboxMails.id, row.id));
  const data = { mail: row.id, kind: row.kind, attempts };
  await tx.audit({ kind: 'mail.sent', requestId: row.requestId, data });
}

/** Keeps the code of the failure, never the server's words: they can quote the address. */
async function recordFailure(
  ctx: Ctx,
  tx: Change,
  row: OutboxRow,
  failure: unknown,
  final: boolean,
): Promise<void> {
  const attempts = row.attempts + 1;
  await tx.db
    .update(outboxMails)
    .set({ attempts, lastFailure: failureCode(failure), gaveUpAt: final ? ctx.clock.now() : null })
    .where(eq(outboxMails.id, row.id));
  if (!final) return;
  const data = { mail: row.id, kind: row.kind, attempts };
  await tx.audit({ kind: 'mail.gave_up', requestId: row.requestId, data });
}

function failureCode(failure: unknown): string {
  const { code, responseCode, name } = failure as { code?: unknown; responseCode?: unknown; name?: unknown };
  return [code ?? name ?? 'unknown', responseCode].filter((part) => part !== undefined).join(' ');
}
