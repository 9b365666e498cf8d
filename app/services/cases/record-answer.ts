import { z } from 'zod';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { moveItems } from '../requests/move-item.ts';
import { lockCase, referenceSchema } from './load-case.ts';
import { recordMessage } from './record-message.ts';

export const answerSchema = z.strictObject({
  reference: referenceSchema,
  /** What the subject said, and how it came. */
  answer: z.string().trim().min(3).max(10_000),
});

/**
 * Records an answer that came another way than through the portal, by telephone or letter. The items that waited go on.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `no_question_open`
 */
export function recordAnswer(ctx: Ctx, input: z.input<typeof answerSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, answer } = answerSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const waiting = found.items.filter(({ status }) => status === 'awaiting-clarification');
    if (waiting.length === 0) throw new Conflict('no_question_open');
    await moveItems(ctx, tx, waiting, 'clarification_received');
    await recordMessage(ctx, tx, found.request, { kind: 'answer', body: answer });
  });
}
