import type { Db, Tx } from '#db/client.ts';
import type { outboxMails } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { composeMail } from './compose-mail.ts';
import type { MailContent } from './mail-content.ts';
import { isMailKind } from './mail-kinds.ts';
import { type MailMessage, UnsendableMail } from './mail-message.ts';
import { readMailFacts } from './read-mail-facts.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';

export type OutboxRow = typeof outboxMails.$inferSelect;

/**
 * Opens a row of the outbox and composes what it orders.
 * @throws UnsendableMail when the row is not whole: purged, or of a kind that this version does not know
 */
export async function contentOf(
  ctx: Ctx,
  db: Db | Tx,
  row: OutboxRow,
): Promise<{ to: string; content: MailContent }> {
  const { kind, locale, reference, toSealed, paramsSealed } = row;
  if (!isMailKind(kind) || !toSealed || !paramsSealed) {
    throw new UnsendableMail('row_incomplete', 'a known kind, an address and parameters');
  }
  const facts = await readMailFacts(db, row.requestId);
  const params: unknown = JSON.parse(ctx.vault.open(paramsSealed, 'outbox_mails.params'));
  return {
    to: ctx.vault.open(toSealed, 'outbox_mails.to'),
    content: composeMail({ kind, locale, reference, params }, facts, ctx.config.publicUrl),
  };
}

/** The mail as it leaves. @throws UnsendableMail as {@link contentOf} */
export async function messageOf(ctx: Ctx, db: Db | Tx, row: OutboxRow): Promise<MailMessage> {
  const { to, content } = await contentOf(ctx, db, row);
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    to,
    from: ctx.config.mailFrom,
    locale: content.locale,
    subject: content.subject,
    text: renderText(content),
    html: await renderHtml(content),
    messageId: row.messageId,
    date: row.createdAt.toString(),
  };
}
