import { Temporal } from 'temporal-polyfill';
import { appealUnder, statementOfDispute } from '#app/domain/requests/after-refusal.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import type { RequestService } from '../organisation/read-services.ts';
import { MOST_COMPLAINTS } from './object-to-decision.ts';
import { type CaseDecision, readCase } from './read-case.ts';
import type { CaseMessage } from './read-case-messages.ts';
import { regimeOfRequest } from './regime-at.ts';

/** A decision for the subject: its parts, and the notice as it was sent. */
export interface DecisionView {
  readonly reference: string;
  readonly jurisdiction: string;
  readonly right: DataSubjectRight;
  readonly decision: CaseDecision;
  /** Null where nobody asked which service the request is about. */
  readonly service: RequestService | null;
  readonly notice: CaseMessage | null;
  readonly mayObject: boolean;
  /** What rests on which text after a refusal; null where the law knows none. */
  readonly appeal: { readonly citation: string } | null;
  readonly statement: { readonly citation: string } | null;
}

/**
 * What was decided on one item.
 * @throws Forbidden without this request's session
 * @throws NotFound when there is no such item, or nothing was decided yet
 */
export async function readDecision(
  ctx: Ctx,
  { requestId, ordinal }: { requestId: string; ordinal: number },
): Promise<DecisionView> {
  const found = await readCase(ctx, requestId);
  const item = found.items.find((one) => one.ordinal === ordinal);
  if (!item?.decision) throw new NotFound('no_decision', { requestId, ordinal });
  const { jurisdiction, receivedAt } = found;
  const regime = regimeOfRequest({ jurisdiction, receivedAt: Temporal.Instant.from(receivedAt) });
  const refused = item.decision.outcome !== 'fulfilled';
  const about = found.messages.filter((message) => message.ordinal === ordinal);
  return {
    reference: found.reference,
    jurisdiction: found.jurisdiction,
    right: item.right,
    decision: item.decision,
    service: found.service,
    notice: about.findLast(({ kind }) => kind === 'decision') ?? null,
    appeal: refused ? appealUnder(regime, item.right) : null,
    statement: refused ? statementOfDispute(regime, item.right) : null,
    mayObject: about.filter(({ kind }) => kind === 'complaint').length < MOST_COMPLAINTS,
  };
}
