import { and, eq, inArray } from 'drizzle-orm';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { requests } from '#db/schema/index.ts';
import { actingAs, type Ctx } from '../context.ts';
import { discardDraft } from '../requests/filing-draft.ts';
import {
  type Asking,
  askForCode,
  type CodeEntry,
  type Entering,
  enterCode,
  type Named,
} from './code-entry.ts';
import { lockRequest } from './confirm-address.ts';
import { recordMailboxProof } from './record-mailbox-proof.ts';
import { type OpenedSession, openSubjectSession } from './subject-sessions.ts';

const tracking: CodeEntry<Named> = {
  kind: 'tracking',
  purpose: 'track',
  async find(ctx, reference, email) {
    const [request] = await ctx.db
      .select()
      .from(requests)
      .where(
        and(
          eq(requests.reference, reference),
          inArray(requests.emailIndex, ctx.vault.blindIndexes('email', normaliseEmail(email))),
        ),
      );
    const address = ctx.vault.openOptional(request?.emailSealed, 'requests.email');
    if (!request || !address) return undefined;
    const { id } = request;
    return {
      id,
      requestId: id,
      reference: request.reference,
      address,
      known: request.contactVerifiedAt !== null,
    };
  },
};

/**
 * Somebody wants to see a request: anybody may ask.
 * @returns the token under which `openTrackedRequest` finds what was typed
 * @throws as `askForCode`
 */
export function askForTrackingCode(ctx: Ctx, input: Asking): Promise<string> {
  return askForCode(ctx, tracking, input);
}

export type Opening =
  | { readonly ok: false }
  | { readonly ok: true; readonly requestId: string; readonly session: OpenedSession };

/**
 * Opens the pages of a request in this browser. The code proves the mailbox, so a request that was not confirmed yet is
 * confirmed by it.
 * @returns null when the first step is too long ago
 * @throws as `enterCode`
 */
export async function openTrackedRequest(ctx: Ctx, input: Entering): Promise<Opening | null> {
  const entered = await enterCode(ctx, tracking, input, async (tx, { id }) => {
    const subject = actingAs(ctx, { kind: 'subject', requestId: id, scope: 'track' });
    // Read again under the lock: another browser, or an officer, may have proven more meanwhile.
    const { request, address } = await lockRequest(ctx, tx, id);
    if (!request.contactVerifiedAt) await recordMailboxProof(subject, tx, request, address);
    return { requestId: id, session: await openSubjectSession(subject, tx, id, 'track') };
  });
  if (!entered?.ok) return entered;
  if (input.token) await discardDraft(ctx, input.token);
  return { ok: true, ...entered.value };
}
