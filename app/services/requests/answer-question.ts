import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { messages, requestItems } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { moveItems } from './move-item.ts';
import { discardFiles, recordFiles, storeFiles, type UploadedFile } from './store-attachments.ts';

export const ANSWER_LENGTH = 4000;

const answer = z.strictObject({
  requestId: z.uuid(),
  body: z.string().trim().min(1).max(ANSWER_LENGTH),
  locale: z.string().max(35),
  network: z.string().min(1),
});

/**
 * The subject answers what an officer asked: the items that waited go on, and their clocks with them.
 * @param files what was attached; checked by content
 * @throws Conflict when nothing waits for an answer any more (a stale page, a double submit)
 * @throws Invalid when a file is refused
 */
export async function answerQuestion(
  ctx: Ctx,
  input: z.infer<typeof answer>,
  files: readonly UploadedFile[] = [],
): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, body, locale, network } = answer.parse(input);
  if (files.length > 0) await takeToken(ctx, LIMITS.uploadsPerNetwork, network);
  const stored = await storeFiles(ctx, files);
  try {
    await change(ctx, async (tx) => {
      const waiting = await tx.db
        .select()
        .from(requestItems)
        .where(and(eq(requestItems.requestId, requestId), eq(requestItems.status, 'awaiting-clarification')))
        .for('update');
      if (waiting.length === 0) throw new Conflict('nothing_to_answer', { requestId });
      const messageId = await recordMessage(ctx, tx, { requestId, kind: 'answer', body, locale });
      await recordFiles(ctx, tx, stored, { requestId, messageId, purpose: 'answer' });
      await moveItems(ctx, tx, waiting, 'clarification_received');
    });
  } catch (error) {
    await discardFiles(ctx, stored);
    throw error;
  }
}

/** Keeps what the subject wrote, sealed, and audits that it was written. Returns the message's id. */
export async function recordMessage(
  ctx: Ctx,
  tx: Parameters<Parameters<typeof change>[1]>[0],
  message: {
    requestId: string;
    itemId?: string;
    kind: 'answer' | 'complaint' | 'dispute';
    body: string;
    locale: string;
  },
): Promise<string> {
  const { requestId, itemId = null, kind, body, locale } = message;
  const [row] = await tx.db
    .insert(messages)
    .values({
      requestId,
      itemId,
      kind,
      locale,
      bodySealed: ctx.vault.seal(body, 'messages.body'),
      author: 'subject',
      createdAt: ctx.clock.now(),
    })
    .returning({ id: messages.id });
  if (!row) throw new Error('messages: the insert returned no row');
  await tx.audit({ kind: 'message.recorded', requestId, itemId, data: { message: row.id, kind } });
  return row.id;
}
