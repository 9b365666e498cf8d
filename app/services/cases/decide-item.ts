import { count, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { suffices } from '#app/domain/identity/assurance.ts';
import { applyEvent } from '#app/domain/lifecycle/apply-event.ts';
import { decisionEvidence } from '#app/domain/lifecycle/decision-evidence.ts';
import type { LifecycleEvent } from '#app/domain/lifecycle/transitions.ts';
import type { ApplicableRegime } from '#app/domain/rules/applicable-regime.ts';
import { REFUSAL_GROUNDS } from '#app/domain/rules/refusal-ground.ts';
import { refusalGrounds } from '#app/domain/rules/refusal-grounds.ts';
import { collectionRuns, decisions, executionRecords } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { requireFreshEyes, rightDecidedOn } from '../appeals/case-appeals.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { serviceOfRequest } from '../organisation/read-services.ts';
import { moveItems } from '../requests/move-item.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { ownTransfer, transferOf } from '../transfers/read-transfers.ts';
import { assuranceNeeded } from './case-law.ts';
import { composeDecision, toldTransfer } from './compose-notice.ts';
import {
  type CaseItem,
  contactOf,
  itemOf,
  latestApproval,
  lockCase,
  type RequestRow,
  referenceSchema,
} from './load-case.ts';
import { receivedOn } from './received-on.ts';
import { recordMessage } from './record-message.ts';
import { wrongField } from './refuse-field.ts';

const optionalWords = z.string().trim().max(10_000).nullable();

export const decisionSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  outcome: z.enum(['fulfilled', 'partly-fulfilled', 'refused']),
  ground: z.enum(REFUSAL_GROUNDS).nullable(),
  /** In the subject's language: they read it. */
  reasons: optionalWords,
  regulator: z
    .strictObject({
      name: z.string().trim().max(200),
      url: z.union([z.literal(''), z.httpUrl()]),
      phone: z.string().trim().max(60),
    })
    .nullable(),
  remedy: optionalWords,
});
export type DecisionInput = z.infer<typeof decisionSchema>;

const EVENT = {
  fulfilled: 'fulfilled',
  'partly-fulfilled': 'partly_fulfilled',
  refused: 'refused',
} as const satisfies Record<DecisionInput['outcome'], LifecycleEvent>;

/** The decision as the subject would read it. @throws as {@link decideItem} */
export function previewDecision(ctx: Ctx, input: DecisionInput): Promise<string> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const decision = decisionSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, decision.reference);
    const { request } = found;
    const item = itemOf(found, decision.itemId);
    await requireFreshEyes(tx, item, personId);
    const regime = regimeOfRequest(request);
    const outcome = applyEvent(
      item.status,
      EVENT[decision.outcome],
      'officer',
      await evidenceFor(tx, request, item, regime, decision),
    );
    if (!outcome.ok) throw new Conflict('event_refused', { item: item.id, ...outcome.refusal });
    return compose(ctx, tx, request, item, decision, regime);
  });
}

/**
 * Decides one item and tells the data subject, in their language. The table of transitions says what must be on
 * record: an execution for a fulfilment; ground, reasons, regulator and remedy for a refusal, whole or in part.
 * @param previewed the notice that the officer read; another one is never sent in its place
 * @throws Forbidden, z.ZodError, NotFound; Invalid `ground_not_in_law`, `identity_is_established`;
 *   Conflict `event_refused` with what is missing, `notice_changed`, `no_address`,
 *   `appeal_of_own_decision` for who decided what is appealed
 */
export function decideItem(ctx: Ctx, input: DecisionInput, previewed: string): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const decision = decisionSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, decision.reference);
    const { request } = found;
    const item = itemOf(found, decision.itemId);
    await requireFreshEyes(tx, item, personId);
    const regime = regimeOfRequest(request);
    const evidence = await evidenceFor(tx, request, item, regime, decision);
    await moveItems(ctx, tx, [item], EVENT[decision.outcome], evidence);
    const notice = await compose(ctx, tx, request, item, decision, regime);
    if (notice !== previewed.replace(/\r\n/g, '\n')) throw new Conflict('notice_changed');
    await recordDecision(ctx, tx, item, decision, personId);
    await recordMessage(ctx, tx, request, { kind: 'decision', body: notice, itemId: item.id });
    const contact = contactOf(ctx, request);
    if (!contact) throw new Conflict('no_address');
    await tx.mail({
      kind: 'decision',
      ...contact,
      requestId: request.id,
      reference: request.reference,
      params: { notice },
    });
  });
}

async function evidenceFor(
  tx: Change,
  request: RequestRow,
  item: CaseItem,
  regime: ApplicableRegime,
  decision: DecisionInput,
) {
  return decisionEvidence({
    ...(await onRecord(tx, request, item, regime)),
    ground: decision.ground,
    reasons: decision.reasons,
    regulator: decision.regulator?.name ?? null,
    remedy: decision.remedy,
  });
}

/** What the records say of an item, apart from the words of its decision. */
export async function onRecord(
  tx: Pick<Change, 'db'>,
  request: RequestRow,
  item: CaseItem,
  regime: ApplicableRegime,
) {
  const [executions] = await tx.db
    .select({ n: count() })
    .from(executionRecords)
    .where(eq(executionRecords.itemId, item.id));
  const [run] = await tx.db
    .select({ reviewedAt: collectionRuns.reviewedAt })
    .from(collectionRuns)
    .where(eq(collectionRuns.requestId, request.id))
    .orderBy(desc(collectionRuns.queuedAt))
    .limit(1);
  return {
    right: item.right,
    executionRecords: executions?.n ?? 0,
    assurance: request.assurance,
    assuranceNeeded: assuranceNeeded(regime, item.right),
    collectionReviewed: Boolean(run?.reviewedAt),
    approved: (await latestApproval(tx, item.id))?.outcome === 'approved',
    transfer: (await transferOf(tx, item.id))?.state ?? null,
  };
}

async function compose(
  ctx: Ctx,
  tx: Change,
  request: RequestRow,
  item: CaseItem,
  decision: DecisionInput,
  regime: ApplicableRegime,
): Promise<string> {
  const about = await serviceOfRequest(tx, request);
  const refused = decision.outcome !== 'fulfilled';
  const right = await rightDecidedOn(tx, item);
  const cited = refusalGrounds(regime, right).find(({ ground }) => ground === decision.ground);
  if (refused && decision.ground && !cited) throw wrongField('ground', 'ground_not_in_law');
  // Whoever doubts a proof says so first: the proof falls then, and what was shown on it is shut.
  if (
    refused &&
    decision.ground === 'identity_not_established' &&
    suffices(request.assurance, assuranceNeeded(regime, right))
  ) {
    throw wrongField('ground', 'identity_is_established');
  }
  const { name = '', url = '', phone = '' } = decision.regulator ?? {};
  const zone = item.deadline?.timezone ?? 'UTC';
  const transfer = await transferOf(tx, item.id);
  return composeDecision({
    locale: request.locale,
    reference: request.reference,
    receivedOn: receivedOn(request.receivedAt, zone),
    right: item.right,
    outcome: decision.outcome,
    ground: refused ? decision.ground : null,
    citation: cited?.citation ?? null,
    reasons: decision.reasons || null,
    remedy: decision.remedy || null,
    service: about?.service ?? null,
    transfer: transfer ? toldTransfer(ownTransfer(ctx, transfer, item.status), zone) : null,
    regulator: name ? { name, ...(url ? { url } : {}), ...(phone ? { phone } : {}) } : null,
  });
}

async function recordDecision(
  ctx: Ctx,
  tx: Change,
  item: CaseItem,
  decision: DecisionInput,
  personId: string,
) {
  const refused = decision.outcome !== 'fulfilled';
  const { name = '', url, phone } = decision.regulator ?? {};
  const ground = refused ? decision.ground : null;
  const [row] = await tx.db
    .insert(decisions)
    .values({
      itemId: item.id,
      outcome: decision.outcome,
      ground,
      reasonsSealed: ctx.vault.sealOptional(decision.reasons, 'decisions.reasons'),
      regulator: refused ? { name, ...(url ? { url } : {}), ...(phone ? { phone } : {}) } : null,
      remedy: refused ? decision.remedy : null,
      decidedBy: personId,
      decidedAt: ctx.clock.now(),
    })
    .returning({ id: decisions.id });
  await tx.audit({
    kind: 'decision.recorded',
    requestId: item.requestId,
    itemId: item.id,
    data: { decision: row?.id ?? '', outcome: decision.outcome, ground },
  });
}
