import { directTransmission } from '#app/domain/portability/direct-transmission.ts';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { chosenReceiver } from '#app/domain/requests/receiver-choice.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import type { Ctx } from '../context.ts';
import { type ReceiverCard, readReceivers } from '../organisation/read-receivers.ts';
import { residenceOf } from '../requests/change-residence.ts';
import { regimeAt } from '../requests/regime-at.ts';

/**
 * The controllers that a filing can choose for a right: those configured, where the law of the residence gives direct
 * transmission. Anybody may ask.
 */
export async function offeredReceivers(
  ctx: Ctx,
  residence: FilingAnswers['residence'],
  right: DataSubjectRight,
): Promise<ReceiverCard[]> {
  if (right !== 'portability' || !directTransmission(regimeAt(residenceOf(residence), ctx.clock.now())))
    return [];
  return readReceivers(ctx);
}

/**
 * The receiver that a draft chose: its description now, `gone` when it is no longer offered, null when none was chosen.
 */
export async function receiverOfDraft(
  ctx: Ctx,
  { residence, rights, details }: Pick<FilingAnswers, 'residence' | 'rights' | 'details'>,
): Promise<ReceiverCard | 'gone' | null> {
  const chosen = rights?.includes('portability') ? chosenReceiver(details?.portability) : null;
  if (!chosen) return null;
  const offered = await offeredReceivers(ctx, residence, 'portability');
  return offered.find(({ key }) => key === chosen) ?? 'gone';
}
