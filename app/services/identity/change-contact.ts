import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { identityProofs, provenAttributes, requests } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { discardDraft, readDraft, saveDraft } from '../requests/filing-draft.ts';
import { askerOfRequest } from './code-budget.ts';
import { checkCode, issueCode } from './codes.ts';
import { lockRequest } from './confirm-address.ts';
import { recordProof } from './record-mailbox-proof.ts';
import { type OpenedSession, openSubjectSession, revokeSubjectSessions } from './subject-sessions.ts';

const wish = z.strictObject({
  requestId: z.uuid(),
  email: z.email().max(254),
  locale: z.string().max(35),
  network: z.string().min(1),
});

const pending = z.object({ kind: z.literal('contact-change'), requestId: z.uuid(), email: z.string() });

/**
 * The subject wants to be reached elsewhere: a code goes to the present address and one to the new one, which nobody
 * has proven yet. Nothing changes until both are entered.
 * @returns the token under which `finishContactChange` finds the new address
 * @throws Conflict `same_address` when it is the present one
 * @throws RateLimited per network, and past the codes an hour of either address
 */
export async function startContactChange(ctx: Ctx, input: z.infer<typeof wish>): Promise<string> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, email, locale, network } = wish.parse(input);
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  await change(ctx, async (tx) => {
    const { request, address } = await lockRequest(ctx, tx, requestId);
    if (normaliseEmail(address) === normaliseEmail(email)) throw new Conflict('same_address');
    const { reference } = request;
    const code = { requestId, reference, purpose: 'verify', locale } as const;
    await issueCode(ctx, tx, { ...code, address, asker: askerOfRequest(request, network) });
    await issueCode(ctx, tx, { ...code, address: email, asker: { kind: 'stranger', network } });
  });
  return saveDraft(ctx, null, { kind: 'contact-change', requestId, email });
}

/** The new address that waits to be proven, for its page; null when there is none for this request. */
export async function pendingContact(
  ctx: Ctx,
  requestId: string,
  token: string | null,
): Promise<string | null> {
  requireSubject(ctx.actor, requestId);
  const found = pending.safeParse(await readDraft(ctx, token));
  return found.success && found.data.requestId === requestId ? found.data.email : null;
}

const codes = z.strictObject({
  requestId: z.uuid(),
  token: z.string().max(200).nullable(),
  oldCode: z.string().min(1).max(40),
  newCode: z.string().min(1).max(40),
  network: z.string().min(1),
});

export type ContactChange = { readonly ok: false } | { readonly ok: true; readonly session: OpenedSession };

/**
 * Both codes are there: the address changes, what rested on the mailbox is proven anew for both addresses, and every
 * other browser that had the request open is shut out.
 * @returns null when the first step is too long ago
 * @throws RateLimited past the failures a day of either address, or the tries an hour of the network
 */
export async function finishContactChange(
  ctx: Ctx,
  input: z.infer<typeof codes>,
): Promise<ContactChange | null> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, token, oldCode, newCode, network } = codes.parse(input);
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, network);
  const email = await pendingContact(ctx, requestId, token);
  if (!email || !token) return null;
  const outcome = await change<ContactChange>(ctx, async (tx) => {
    const { request, address } = await lockRequest(ctx, tx, requestId);
    // Both are tried whatever the first one says, so that the answer does not tell which one was wrong.
    const attempt = { purpose: 'verify', requestId } as const;
    const owner = askerOfRequest(request, network);
    const old = await checkCode(ctx, tx, { ...attempt, address, code: oldCode, asker: owner });
    const fresh = await checkCode(ctx, tx, {
      ...attempt,
      address: email,
      code: newCode,
      asker: { kind: 'stranger', network },
    });
    if (!old.ok || !fresh.ok) return { ok: false };
    await tx.db
      .update(requests)
      .set({
        emailSealed: ctx.vault.seal(email, 'requests.email'),
        emailIndex: ctx.vault.blindIndex('email', normaliseEmail(email)),
        contactVerifiedAt: ctx.clock.now(),
      })
      .where(eq(requests.id, requestId));
    const proofsRevoked = await revokeMailboxProofs(ctx, tx, requestId);
    if (request.filedFor === 'self') {
      await recordProof(ctx, tx, requestId, address);
      await recordProof(ctx, tx, requestId, email);
    }
    await tx.audit({ kind: 'contact.changed', requestId, data: { proofsRevoked } });
    await revokeSubjectSessions(ctx, tx, requestId);
    return { ok: true, session: await openSubjectSession(ctx, tx, requestId, 'track') };
  });
  if (outcome.ok) await discardDraft(ctx, token);
  return outcome;
}

/** Takes back what codes had proven; proofs by an officer rest on other grounds and stay. Returns how many. */
async function revokeMailboxProofs(ctx: Ctx, tx: Change, requestId: string): Promise<number> {
  const revoked = await tx.db
    .update(identityProofs)
    .set({ revokedAt: ctx.clock.now() })
    .where(
      and(
        eq(identityProofs.requestId, requestId),
        eq(identityProofs.method, 'email_code'),
        isNull(identityProofs.revokedAt),
      ),
    )
    .returning({ id: identityProofs.id });
  const ids = revoked.map(({ id }) => id);
  if (ids.length > 0) await tx.db.delete(provenAttributes).where(inArray(provenAttributes.proofId, ids));
  return ids.length;
}
