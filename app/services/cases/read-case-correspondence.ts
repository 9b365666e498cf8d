import { asc, eq } from 'drizzle-orm';
import { attachments, type MessageKind, messages } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';

export interface MessageView {
  readonly id: string;
  readonly kind: MessageKind;
  readonly locale: string;
  readonly body: string;
  readonly author: string;
  readonly at: string;
  readonly itemId: string | null;
}

export interface FileView {
  readonly id: string;
  readonly name: string;
  readonly purpose: 'answer' | 'identity' | 'authority' | 'execution';
  readonly mediaType: string;
  readonly bytes: number;
  readonly at: string;
  readonly purged: boolean;
}

/** What was said between the desk and the data subject, oldest first. */
export async function readMessages(ctx: Ctx, requestId: string): Promise<MessageView[]> {
  const rows = await ctx.db
    .select()
    .from(messages)
    .where(eq(messages.requestId, requestId))
    .orderBy(asc(messages.createdAt));
  return rows.map(({ id, kind, locale, bodySealed, author, createdAt, itemId }) => ({
    id,
    kind,
    locale,
    body: ctx.vault.open(bodySealed, 'messages.body'),
    author,
    at: createdAt.toString(),
    itemId,
  }));
}

/** The files that came with a request, oldest first; a purged one has no name any more. */
export async function readFiles(ctx: Ctx, requestId: string): Promise<FileView[]> {
  const rows = await ctx.db
    .select()
    .from(attachments)
    .where(eq(attachments.requestId, requestId))
    .orderBy(asc(attachments.createdAt));
  return rows.map(({ id, nameSealed, purpose, mediaType, bytes, createdAt, purgedAt }) => ({
    id,
    name: ctx.vault.open(nameSealed, 'attachments.name'),
    purpose,
    mediaType,
    bytes,
    at: createdAt.toString(),
    purged: purgedAt !== null,
  }));
}
