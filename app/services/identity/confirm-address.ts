import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { requests } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { askerOfRequest } from './code-budget.ts';
import { checkCode, issueCode } from './codes.ts';
import { recordMailboxProof } from './record-mailbox-proof.ts';
import { type OpenedSession, openSubjectSession, revokeSubjectSessions } from './subject-sessions.ts';

const attempt = z.strictObject({
  requestId: z.uuid(),
  code: z.string().min(1).max(40),
  /** Prefix of the reader's network, for the limit on guesses. */
  network: z.string().min(1),
});

export type Confirmation =
  | { readonly ok: false }
  | {
      readonly ok: true;
      readonly started: number;
      readonly waiting: number;
      /** What the browser gets in place of the session that it filed with; null when the address was proven before. */
      readonly session: OpenedSession | null;
    };

/**
 * The subject enters the code that was mailed at filing. Items whose law asks for no more start; the others wait
 * for an officer. A second right code for the same request changes nothing. The browser goes on with a new session, and
 * every other one that only filed is shut out.
 * @throws Forbidden without this request's session
 * @throws RateLimited past the failures a day of whoever tries, or the tries an hour of the network
 */
export async function confirmAddress(ctx: Ctx, input: z.infer<typeof attempt>): Promise<Confirmation> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, code, network } = attempt.parse(input);
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, network);
  return change(ctx, async (tx) => {
    const { request, address } = await lockRequest(ctx, tx, requestId);
    if (request.contactVerifiedAt) return { ok: true, started: 0, waiting: 0, session: null };
    const asker = askerOfRequest(request, network);
    const checked = await checkCode(ctx, tx, { purpose: 'verify', address, code, requestId, asker });
    if (!checked.ok) {
      await tx.audit({ kind: 'code.refused', requestId, data: { purpose: 'verify', reason: 'mismatch' } });
      return { ok: false };
    }
    const counts = await recordMailboxProof(ctx, tx, request, address);
    await revokeSubjectSessions(ctx, tx, requestId);
    return { ok: true, ...counts, session: await openSubjectSession(ctx, tx, requestId, 'track') };
  });
}

/**
 * Mails a fresh code to the address of the request. A proven request has codes of its own, of which no stranger can
 * take any; until then it counts as a stranger's, since anybody could have filed it.
 * @throws RateLimited past five codes an hour
 */
export async function sendCodeAgain(
  ctx: Ctx,
  input: { requestId: string; network: string; purpose: 'verify' | 'download'; locale: string },
): Promise<void> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, purpose, locale, network } = input;
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  await change(ctx, async (tx) => {
    const { request, address } = await lockRequest(ctx, tx, requestId);
    const { reference } = request;
    const asker = askerOfRequest(request, network);
    await issueCode(ctx, tx, { requestId, reference, purpose, address, locale, asker });
  });
}

/**
 * Locks a request for the rest of the change and opens its address.
 * @throws NotFound when the request or its address is gone (purged after its time)
 */
export async function lockRequest(ctx: Ctx, tx: Change, requestId: string) {
  const [request] = await tx.db.select().from(requests).where(eq(requests.id, requestId)).for('update');
  const address = ctx.vault.openOptional(request?.emailSealed, 'requests.email');
  if (!request || !address) throw new NotFound('request_gone', { requestId });
  return { request, address };
}
