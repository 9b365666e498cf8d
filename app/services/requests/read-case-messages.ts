import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { attachments, type MessageKind, messages, requestItems } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** Something that was said between the office and the subject; internal notes are not among them. */
export interface CaseMessage {
  readonly id: string;
  readonly kind: Exclude<MessageKind, 'note'>;
  readonly locale: string;
  readonly body: string;
  readonly fromSubject: boolean;
  readonly at: string;
  /** The item it is about; null for the whole request. */
  readonly ordinal: number | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

const FROM_SUBJECT: readonly MessageKind[] = ['answer', 'complaint', 'dispute'];

/** The correspondence of a request, oldest first. The caller has checked who reads. */
export async function readCaseMessages(ctx: Ctx, requestId: string): Promise<CaseMessage[]> {
  const rows = await ctx.db
    .select({ message: messages, ordinal: requestItems.ordinal })
    .from(messages)
    .leftJoin(requestItems, eq(requestItems.id, messages.itemId))
    .where(and(eq(messages.requestId, requestId), ne(messages.kind, 'note')))
    .orderBy(asc(messages.createdAt));
  const files =
    rows.length > 0
      ? await filesOf(
          ctx,
          rows.map(({ message }) => message.id),
        )
      : [];
  return rows.map(({ message, ordinal }) => ({
    id: message.id,
    kind: message.kind as CaseMessage['kind'],
    locale: message.locale,
    body: ctx.vault.open(message.bodySealed, 'messages.body'),
    fromSubject: FROM_SUBJECT.includes(message.kind),
    at: message.createdAt.toString(),
    ordinal,
    files: files
      .filter(({ messageId }) => messageId === message.id)
      .map(({ nameSealed, bytes }) => ({ name: ctx.vault.open(nameSealed, 'attachments.name'), bytes })),
  }));
}

function filesOf(ctx: Ctx, messageIds: readonly string[]) {
  return ctx.db
    .select({
      messageId: attachments.messageId,
      nameSealed: attachments.nameSealed,
      bytes: attachments.bytes,
    })
    .from(attachments)
    .where(inArray(attachments.messageId, [...messageIds]))
    .orderBy(asc(attachments.createdAt));
}
