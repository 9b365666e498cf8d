import { and, eq, gt, isNull } from 'drizzle-orm';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { chosenReceiver, toldDetails } from '#app/domain/requests/receiver-choice.ts';
import { requests } from '#db/schema/index.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { type OpenedSession, openSubjectSession, SESSION_MINUTES } from '../identity/subject-sessions.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import type { ConfirmedReceiver } from '../transfers/record-wish.ts';
import { type Filing, fileRequest } from './file-request.ts';
import { saveDraft } from './filing-draft.ts';

interface Submission {
  readonly answers: FilingAnswers;
  /** The draft's token, so that nothing that was typed stays in it once it is filed. */
  readonly token: string | null;
  readonly locale: string;
  readonly network: string;
  /** The receiver of a portability package, as it was described when the subject confirmed it. */
  readonly receiver?: ConfirmedReceiver | null;
}

/**
 * Files what a visitor answered page by page; anybody may. What is left of the draft is its submission key, by which
 * a second click finds the same request.
 * @throws Conflict `stale_page` when a page was not answered, `receiver_changed` when what was confirmed is no more
 * @throws RateLimited per network
 */
export async function submitFiling(
  ctx: Ctx,
  { answers, token, locale, network, receiver = null }: Submission,
): Promise<OpenedSession> {
  await takeToken(ctx, LIMITS.filingPerNetwork, network);
  const { session } = await fileRequest(ctx, { ...filingOf(answers, locale, receiver), network });
  const { submissionKey, version } = answers;
  await saveDraft(ctx, token, { submissionKey, version, filed: true });
  return session;
}

function filingOf(answers: FilingAnswers, locale: string, receiver: ConfirmedReceiver | null): Filing {
  const { residence, filedFor, contact, rights = [], details = {}, onBehalf } = answers;
  if (!residence || !filedFor || !contact || rights.length === 0 || (filedFor !== 'self' && !onBehalf)) {
    throw new Conflict('stale_page');
  }
  const chosen = rights.includes('portability') ? chosenReceiver(details.portability) : null;
  if (chosen !== (receiver?.key ?? null)) throw new Conflict('receiver_changed', { receiver: chosen });
  return {
    submissionKey: answers.submissionKey,
    locale,
    country: residence.country,
    region: residence.region,
    filedFor,
    representative: onBehalf && filedFor !== 'self' ? { name: contact.name, relation: onBehalf.basis } : null,
    name: onBehalf && filedFor !== 'self' ? onBehalf.subject : contact.name,
    email: contact.email,
    accountId: contact.accountId || null,
    ...(answers.service ? { service: answers.service } : {}),
    items: rights.map((right) => ({
      right,
      details: toldDetails(details[right] ?? {}, receiver !== null),
      ...(right === 'portability' && receiver ? { receiver } : {}),
    })),
  };
}

/**
 * The receipt again for the browser whose draft was filed: a second click, or the back button. The draft's cookie
 * outlives the visit, so this serves as long as a visit lasts and no longer: who sits at this browser tomorrow, or
 * filed in another's name, does not get in by it.
 * @returns null when no request came of this draft, or it is too long ago, or the address was proven since
 */
export async function reopenReceipt(ctx: Ctx, submissionKey: string): Promise<OpenedSession | null> {
  return change(ctx, async (tx) => {
    const [request] = await tx.db
      .select({ id: requests.id })
      .from(requests)
      .where(
        and(
          eq(requests.submissionKey, ctx.vault.tokenHash('submission', submissionKey)),
          isNull(requests.contactVerifiedAt),
          gt(requests.receivedAt, ctx.clock.now().subtract({ minutes: SESSION_MINUTES })),
        ),
      );
    return request ? openSubjectSession(ctx, tx, request.id, 'filed') : null;
  });
}
