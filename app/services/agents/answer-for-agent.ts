import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { agentConfirmations, requestItems, requests } from '#db/schema/index.ts';
import { change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { Conflict, Forbidden } from '../errors.ts';
import {
  type Asking,
  askForCode,
  type CodeEntry,
  type Entering,
  enterCode,
  type Named,
} from '../identity/code-entry.ts';
import { discardDraft, readDraft, saveDraft } from '../requests/filing-draft.ts';

const proven = z.object({ kind: z.literal('agent-proven'), confirmationId: z.uuid() });

const asked: CodeEntry<Named> = {
  kind: 'agent',
  purpose: 'agent',
  async find(ctx, reference, email) {
    const [found] = await ctx.db
      .select({
        id: agentConfirmations.id,
        requestId: requests.id,
        reference: requests.reference,
        sealed: agentConfirmations.addressSealed,
      })
      .from(agentConfirmations)
      .innerJoin(requests, eq(requests.id, agentConfirmations.requestId))
      .where(
        and(
          eq(requests.reference, reference),
          inArray(agentConfirmations.addressIndex, ctx.vault.blindIndexes('email', normaliseEmail(email))),
          isNull(agentConfirmations.confirmed),
        ),
      );
    const address = ctx.vault.openOptional(found?.sealed, 'agent_confirmations.address');
    // The address is one from our own records, to which an officer wrote.
    return found && address ? { ...found, address, known: true } : undefined;
  },
};

/**
 * Somebody was asked whether an agent speaks for them and wants to answer. A code leaves only if such a question went
 * to that address. @throws as `askForCode`
 */
export function askForAgentCode(ctx: Ctx, input: Asking): Promise<string> {
  return askForCode(ctx, asked, input);
}

/**
 * Proves the address by the code. @returns whether it was right; null when the first step is too long ago
 * @throws as `enterCode`
 */
export async function proveForAgent(ctx: Ctx, input: Entering): Promise<boolean | null> {
  const entered = await enterCode(ctx, asked, input, async (_, { id }) => id);
  if (!entered?.ok) return entered && false;
  await saveDraft(ctx, input.token, { kind: 'agent-proven', confirmationId: entered.value });
  return true;
}

/** What the data subject decides on: who asks in their name, and for what. */
export interface AgentQuestion {
  readonly agent: string;
  readonly relation: string;
  readonly rights: readonly DataSubjectRight[];
}

/** @throws Forbidden unless this browser proved the address; Conflict `agent_answered` */
export async function readAgentQuestion(ctx: Ctx, token: string | null): Promise<AgentQuestion> {
  const { request } = await openQuestion(ctx, token);
  const items = await ctx.db
    .select({ right: requestItems.right })
    .from(requestItems)
    .where(eq(requestItems.requestId, request.id))
    .orderBy(asc(requestItems.ordinal));
  const person = ctx.vault.openOptional(request.representativeSealed, 'requests.representative');
  const { name = '', relation = '' } = person ? JSON.parse(person) : {};
  return { agent: name, relation, rights: items.map(({ right }) => right) };
}

/**
 * The data subject confirms or denies that the agent speaks for them. Once, and for good: a denied agent receives
 * nothing. @throws as {@link readAgentQuestion}
 */
export async function answerForAgent(
  ctx: Ctx,
  input: { token: string | null; confirmed: boolean },
): Promise<void> {
  const { question, request } = await openQuestion(ctx, input.token);
  const own = actingAs(ctx, { kind: 'subject', requestId: request.id, scope: 'track' });
  await change(own, async (tx) => {
    const answered = await tx.db
      .update(agentConfirmations)
      .set({ confirmed: input.confirmed, answeredAt: ctx.clock.now(), addressSealed: null })
      .where(and(eq(agentConfirmations.id, question.id), isNull(agentConfirmations.confirmed)))
      .returning({ id: agentConfirmations.id });
    if (answered.length === 0) throw new Conflict('agent_answered');
    await tx.audit({
      kind: 'agent.answered',
      requestId: request.id,
      data: { confirmation: question.id, answer: input.confirmed ? 'confirmed' : 'denied' },
    });
  });
  if (input.token) await discardDraft(ctx, input.token);
}

async function openQuestion(ctx: Ctx, token: string | null) {
  const draft = proven.safeParse(await readDraft(ctx, token));
  if (!draft.success) throw new Forbidden('agent_question_not_opened');
  const [found] = await ctx.db
    .select({ question: agentConfirmations, request: requests })
    .from(agentConfirmations)
    .innerJoin(requests, eq(requests.id, agentConfirmations.requestId))
    .where(eq(agentConfirmations.id, draft.data.confirmationId));
  if (!found) throw new Forbidden('agent_question_not_opened');
  if (found.question.confirmed !== null) throw new Conflict('agent_answered');
  return found;
}
