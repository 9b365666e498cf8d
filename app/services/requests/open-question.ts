import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { messages, requestItems, requests } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import type { Ctx } from '../context.ts';

/** The question that waits for an answer. */
export interface OpenQuestion {
  readonly body: string;
  readonly at: string;
  readonly jurisdiction: string;
}

/**
 * What the office asked last, while an item waits for the answer; null otherwise, and while the address is unproven.
 * @throws Forbidden without this request's session
 */
export async function openQuestion(ctx: Ctx, requestId: string): Promise<OpenQuestion | null> {
  requireSubject(ctx.actor, requestId);
  const waiting = await ctx.db.$count(
    requestItems,
    and(eq(requestItems.requestId, requestId), eq(requestItems.status, 'awaiting-clarification')),
  );
  if (waiting === 0) return null;
  const [asked] = await ctx.db
    .select({ body: messages.bodySealed, at: messages.createdAt, jurisdiction: requests.jurisdiction })
    .from(messages)
    .innerJoin(requests, eq(requests.id, messages.requestId))
    .where(
      and(
        eq(messages.requestId, requestId),
        eq(messages.kind, 'question'),
        isNotNull(requests.contactVerifiedAt),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
  if (!asked) return null;
  const { jurisdiction, at } = asked;
  return { body: ctx.vault.open(asked.body, 'messages.body'), at: at.toString(), jurisdiction };
}
