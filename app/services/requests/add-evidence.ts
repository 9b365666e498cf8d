import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { attachments, requestItems } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, Invalid } from '../errors.ts';
import { lockRequest } from '../identity/confirm-address.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { ANSWER_LENGTH, recordMessage } from './answer-question.ts';
import { discardFiles, recordFiles, storeFiles, type UploadedFile } from './store-attachments.ts';

/** Files of evidence that one request keeps; more than anybody needs to show who they are. */
const MOST_EVIDENCE = 20;
const WAITING = ['received', 'awaiting-identity'] as const;

const evidence = z.strictObject({
  requestId: z.uuid(),
  /** What the papers show, in the subject's words. */
  body: z.string().trim().min(1).max(ANSWER_LENGTH),
  locale: z.string().max(35),
  network: z.string().min(1),
});

/**
 * The subject shows an authority, or who they are, while an item waits for it. It moves nothing: an officer looks at
 * it and records what was seen; the papers are purged once they have served.
 * @throws Conflict when nothing waits for a proof, or the request holds enough papers
 * @throws Invalid when there is no file, or a file is refused
 */
export async function addEvidence(
  ctx: Ctx,
  input: z.infer<typeof evidence>,
  files: readonly UploadedFile[],
): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, body, locale, network } = evidence.parse(input);
  if (files.length === 0)
    throw new Invalid('file_refused', { issues: [{ path: ['files'], code: 'required' }] });
  await takeToken(ctx, LIMITS.uploadsPerNetwork, network);
  const stored = await storeFiles(ctx, files);
  try {
    await change(ctx, async (tx) => {
      const { request } = await lockRequest(ctx, tx, requestId);
      const waiting = and(eq(requestItems.requestId, requestId), inArray(requestItems.status, [...WAITING]));
      if ((await tx.db.$count(requestItems, waiting)) === 0)
        throw new Conflict('nothing_to_prove', { requestId });
      const purpose = request.filedFor === 'self' ? 'identity' : 'authority';
      const kept = await tx.db.$count(
        attachments,
        and(eq(attachments.requestId, requestId), eq(attachments.purpose, purpose)),
      );
      if (kept + stored.length > MOST_EVIDENCE) throw new Conflict('evidence_used_up', { requestId });
      const messageId = await recordMessage(ctx, tx, { requestId, kind: 'answer', body, locale });
      await recordFiles(ctx, tx, stored, { requestId, messageId, purpose });
    });
  } catch (error) {
    await discardFiles(ctx, stored);
    throw error;
  }
}
