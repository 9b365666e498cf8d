import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { decisions, messages, requestItems, requests } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { ANSWER_LENGTH, recordMessage } from './answer-question.ts';

const complaint = z.strictObject({
  requestId: z.uuid(),
  ordinal: z.int().nonnegative(),
  body: z.string().trim().min(1).max(ANSWER_LENGTH),
  locale: z.string().max(35),
});

/** Complaints about one decision that are taken here; beyond them there is the authority. */
export const MOST_COMPLAINTS = 3;

/**
 * The subject disagrees with a decision: the complaint is kept with the case for an officer to read. It moves no
 * item: the decision stands until somebody changes it, and the authority can be turned to in any case.
 * @throws Conflict when the item is not decided, or the complaints that one decision takes are used up
 */
export async function objectToDecision(ctx: Ctx, input: z.infer<typeof complaint>): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinal, body, locale } = complaint.parse(input);
  await change(ctx, async (tx) => {
    const [item] = await tx.db
      .select({ id: requestItems.id })
      .from(requestItems)
      .innerJoin(decisions, eq(decisions.itemId, requestItems.id))
      .innerJoin(requests, eq(requests.id, requestItems.requestId))
      .where(
        and(
          eq(requestItems.requestId, requestId),
          eq(requestItems.ordinal, ordinal),
          // Who only filed, in whoever's name, does not speak for the subject.
          isNotNull(requests.contactVerifiedAt),
        ),
      )
      .for('update', { of: requestItems });
    if (!item) throw new Conflict('not_decided', { requestId, ordinal });
    const earlier = await tx.db
      .select({ id: messages.id })
      .from(messages)
      .where(and(eq(messages.itemId, item.id), eq(messages.kind, 'complaint')));
    if (earlier.length >= MOST_COMPLAINTS) throw new Conflict('complaints_used_up', { requestId, ordinal });
    await recordMessage(ctx, tx, { requestId, itemId: item.id, kind: 'complaint', body, locale });
  });
}
