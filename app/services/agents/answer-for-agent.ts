import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { agentConfirmations, requestItems, requests } from '#db/schema/index.ts';
import { change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { Conflict, Forbidden, NotFound } from '../errors.ts';
import { checkCode, issueCode } from '../identity/codes.ts';
import { inEqualTime } from '../identity/equal-time.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { discardDraft, readDraft, saveDraft } from '../requests/filing-draft.ts';
import { parseReference } from '../requests/reference.ts';

/** Milliseconds; as for following a request, so that nobody learns which references are known. */
const BEAT = 400;

const asked = z.strictObject({
  reference: z.string().min(1).max(60),
  email: z.string().min(3).max(254),
  locale: z.string().max(35),
  network: z.string().min(1),
});
const waiting = z.object({ kind: z.literal('agent'), reference: z.string(), email: z.string() });
const proven = z.object({ kind: z.literal('agent-proven'), confirmationId: z.uuid() });

/**
 * Somebody was asked whether an agent speaks for them and wants to answer. A code leaves only if such a question went
 * to that address; the answer and the time taken are the same either way. @throws RateLimited
 */
export async function askForAgentCode(ctx: Ctx, input: z.infer<typeof asked>): Promise<string> {
  const { reference, email, locale, network } = asked.parse(input);
  await takeToken(ctx, LIMITS.trackingPerNetwork, network);
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  return inEqualTime(BEAT, async () => {
    const found = await findQuestion(ctx, reference, email);
    // Never to the address as typed: a spelling that counts as equal can be another mailbox.
    const address = ctx.vault.openOptional(found?.sealed, 'agent_confirmations.address') ?? email;
    await change(ctx, (tx) =>
      issueCode(ctx, tx, {
        requestId: found?.requestId ?? null,
        reference: found?.reference ?? null,
        purpose: 'agent',
        address,
        locale,
      }),
    );
    return saveDraft(ctx, null, { kind: 'agent', reference, email });
  });
}

/**
 * Proves the address by the code. @returns whether it was right
 * @throws NotFound `tracking_expired`; RateLimited
 */
export async function proveForAgent(
  ctx: Ctx,
  input: { token: string | null; code: string; network: string },
): Promise<boolean> {
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, input.network);
  const typed = waiting.safeParse(await readDraft(ctx, input.token));
  if (!typed.success) throw new NotFound('tracking_expired');
  const { reference, email } = typed.data;
  return inEqualTime(BEAT, async () => {
    const found = await findQuestion(ctx, reference, email);
    const requestId = found?.requestId ?? null;
    const checked = await change(ctx, (tx) =>
      checkCode(ctx, tx, { purpose: 'agent', address: email, code: input.code, requestId }),
    );
    if (!checked.ok || !found) return false;
    await saveDraft(ctx, input.token, { kind: 'agent-proven', confirmationId: found.id });
    return true;
  });
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

async function findQuestion(ctx: Ctx, reference: string, email: string) {
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
        eq(requests.reference, parseReference(reference) ?? ''),
        inArray(agentConfirmations.addressIndex, ctx.vault.blindIndexes('email', normaliseEmail(email))),
        isNull(agentConfirmations.confirmed),
      ),
    );
  return found;
}
