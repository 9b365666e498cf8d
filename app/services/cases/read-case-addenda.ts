import { desc, eq } from 'drizzle-orm';
import { feeRule } from '#app/domain/fees/fee-rule.ts';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import {
  agentConfirmations,
  instructionActivations,
  instructionRegistrations,
  requestItems,
  requests,
} from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import { type AppealLink, readAppeals } from '../appeals/case-appeals.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { type FeeView, readCaseFees } from '../fees/read-fees.ts';
import { parseReference } from '../requests/reference.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';

/** What the law of a territory adds to a case: appeals, fees, and the word of the data subject on an agent. */
export interface CaseAddenda {
  readonly appeals: readonly AppealLink[];
  /** Reference of the instructions for after death that this request carries out. */
  readonly instructions: string | null;
  readonly fees: readonly FeeView[];
  /** Open items for which the law allows a fee, and none is open. */
  readonly feeItems: readonly { readonly id: string; readonly right: string }[];
  readonly agent: {
    /** Key below `proof` in `legal.json`: what the law wants seen. */
    readonly proof: string;
    readonly mayAsk: boolean;
    readonly asked: readonly {
      readonly at: string;
      readonly confirmed: boolean | null;
      readonly answeredAt: string | null;
    }[];
  } | null;
}

/** @throws Forbidden for anybody but staff; NotFound when no request bears the reference */
export async function readCaseAddenda(ctx: Ctx, reference: string): Promise<CaseAddenda> {
  requireStaff(ctx.actor, ...READING);
  const [request] = await ctx.db
    .select()
    .from(requests)
    .where(eq(requests.reference, parseReference(reference) ?? ''));
  if (!request) throw new NotFound('request');
  const regime = regimeOfRequest(request);
  const fees = await readCaseFees(ctx, request.id);
  const items = await ctx.db.select().from(requestItems).where(eq(requestItems.requestId, request.id));
  const waiting = new Set(
    fees
      .filter(({ answer, paidAt }) => !paidAt && (answer === null || answer === 'accepted'))
      .map(({ itemId }) => itemId),
  );
  return {
    appeals: await readAppeals(ctx, request.id),
    instructions: await instructionsOf(ctx, request.id),
    fees,
    feeItems: items
      .filter(({ id, status }) => !isClosed(status) && !waiting.has(id))
      .filter(({ right }) => feeRule(regime, right).options.length > 0)
      .map(({ id, right }) => ({ id, right })),
    agent: request.filedFor === 'represented' ? await readAgent(ctx, request.id, regime) : null,
  };
}

async function instructionsOf(ctx: Ctx, requestId: string): Promise<string | null> {
  const [found] = await ctx.db
    .select({ reference: instructionRegistrations.reference })
    .from(instructionActivations)
    .innerJoin(
      instructionRegistrations,
      eq(instructionRegistrations.id, instructionActivations.registrationId),
    )
    .where(eq(instructionActivations.requestId, requestId));
  return found?.reference ?? null;
}

async function readAgent(
  ctx: Ctx,
  requestId: string,
  regime: ReturnType<typeof regimeOfRequest>,
): Promise<CaseAddenda['agent']> {
  const asked = await ctx.db
    .select()
    .from(agentConfirmations)
    .where(eq(agentConfirmations.requestId, requestId))
    .orderBy(desc(agentConfirmations.askedAt));
  const agents = regime.kind === 'not_described' ? null : dutiesUnder(regime).agents;
  return {
    proof: agents?.proof ?? 'not_regulated',
    mayAsk: agents?.mayConfirmWithSubject ?? false,
    asked: asked.map(({ askedAt, confirmed, answeredAt }) => ({
      at: askedAt.toString(),
      confirmed,
      answeredAt: answeredAt?.toString() ?? null,
    })),
  };
}
