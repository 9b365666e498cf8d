import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { detailsPath } from '#app/domain/requests/filing-path.ts';
import { toldDetails } from '#app/domain/requests/receiver-choice.ts';
import type { ReceiverCard } from '#app/services/organisation/read-receivers.ts';
import { receiverOfDraft } from '#app/services/transfers/offered-receivers.ts';
import type { ConfirmedReceiver } from '#app/services/transfers/record-wish.ts';
import type { FilingContext } from './filing.server.ts';
import { textLine, ticked } from './form-fields.ts';

/** Who portability data go to, if anybody was chosen; one that is no longer offered is asked for again. */
export async function receiverToConfirm({ ctx, answers }: FilingContext): Promise<ReceiverCard | null> {
  const receiver = await receiverOfDraft(ctx, answers);
  if (receiver === 'gone') throw redirect(`${detailsPath('portability')}?gone=1`);
  return receiver;
}

/** The details as a page tells them: a choice of receiver is told apart from them. */
export function toldAnswers(
  details: FilingAnswers['details'],
  receiver: ReceiverCard | null,
): FilingAnswers['details'] {
  if (!details?.portability) return details;
  return { ...details, portability: toldDetails(details.portability, receiver !== null) };
}

/**
 * The form of the last page: with a receiver, a box that was ticked beside the description that was read.
 * Its value is the receiver as it was confirmed, or null.
 */
export function confirmationSchema(receiver: ReceiverCard | null): z.ZodType<ConfirmedReceiver | null> {
  if (!receiver) return z.object({}).transform(() => null);
  return z
    .object({ confirmed: ticked('transfer_unconfirmed'), described: textLine(40) })
    .transform((form) => ({ key: receiver.key, changedAt: form.described }));
}
