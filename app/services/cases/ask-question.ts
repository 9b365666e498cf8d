import { z } from 'zod';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { moveItems } from '../requests/move-item.ts';
import { contactOf, itemOf, lockCase, referenceSchema, wordsSchema } from './load-case.ts';
import { recordMessage } from './record-message.ts';

export const questionSchema = z.strictObject({
  reference: referenceSchema,
  /** Items that cannot go on without the answer; only their clocks may pause. */
  itemIds: z.array(z.uuid()).min(1).max(30),
  question: wordsSchema,
});

/**
 * Asks the data subject one question. The items wait for the answer; whether their clocks pause is the law's word, not
 * the officer's.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `question_open` while another one waits for its answer, and when
 *   an item is not being worked on
 */
export function askQuestion(ctx: Ctx, input: z.input<typeof questionSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemIds, question } = questionSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const { request } = found;
    if (found.items.some(({ status }) => status === 'awaiting-clarification'))
      throw new Conflict('question_open');
    const contact = contactOf(ctx, request);
    if (!contact) throw new Conflict('no_address');
    const items = [...new Set(itemIds)].map((id) => itemOf(found, id));
    await moveItems(ctx, tx, items, 'clarification_requested');
    const itemId = items.length === 1 ? (items[0]?.id ?? null) : null;
    await recordMessage(ctx, tx, request, { kind: 'question', body: question, itemId });
    await tx.mail({
      kind: 'clarification',
      ...contact,
      requestId: request.id,
      reference: request.reference,
      params: { question },
    });
  });
}
