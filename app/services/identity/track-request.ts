import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { requests } from '#db/schema/index.ts';
import { change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { RateLimited } from '../errors.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { discardDraft, readDraft, saveDraft } from '../requests/filing-draft.ts';
import { parseReference } from '../requests/reference.ts';
import { checkCode, issueCode } from './codes.ts';
import { lockRequest } from './confirm-address.ts';
import { inEqualTime } from './equal-time.ts';
import { recordMailboxProof } from './record-mailbox-proof.ts';
import { type OpenedSession, openSubjectSession } from './subject-sessions.ts';

/** Milliseconds; well above what the work takes, so that nearly every answer leaves on the first beat. */
const BEAT = 400;

const asked = z.strictObject({
  reference: z.string().min(1).max(60),
  email: z.string().min(3).max(254),
  locale: z.string().max(35),
  network: z.string().min(1),
});

const tracking = z.object({ kind: z.literal('tracking'), reference: z.string(), email: z.string() });

/**
 * Somebody wants to see a request: anybody may ask. A code leaves only if reference and address belong together;
 * the answer, what is written and the time taken are the same either way, also past the codes an hour of an address:
 * saying so would tell that codes went there before.
 * @returns the token under which `openTrackedRequest` finds what was typed
 * @throws RateLimited per network
 */
export async function askForTrackingCode(ctx: Ctx, input: z.infer<typeof asked>): Promise<string> {
  const { reference, email, locale, network } = asked.parse(input);
  await takeToken(ctx, LIMITS.trackingPerNetwork, network);
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  return inEqualTime(BEAT, async () => {
    const request = await findRequest(ctx, reference, email);
    // Never to the address as typed: a spelling that counts as equal can be another mailbox.
    const address = ctx.vault.openOptional(request?.emailSealed, 'requests.email') ?? email;
    const issued = change(ctx, (tx) =>
      issueCode(ctx, tx, {
        requestId: request?.id ?? null,
        reference: request?.reference ?? null,
        purpose: 'track',
        address,
        locale,
      }),
    );
    await issued.catch(unlessLimited);
    return saveDraft(ctx, null, { kind: 'tracking', reference, email });
  });
}

const opening = z.strictObject({
  token: z.string().max(200).nullable(),
  code: z.string().min(1).max(40),
  network: z.string().min(1),
});

export type Opening =
  | { readonly ok: false }
  | { readonly ok: true; readonly requestId: string; readonly session: OpenedSession };

/**
 * Opens the pages of a request in this browser. Wrong reference, wrong code, somebody else's request: one answer.
 * The code proves the mailbox, so a request that was not confirmed yet is confirmed by it.
 * @returns null when the first step is too long ago
 * @throws RateLimited past the tries an hour of the network; past the failures a day of the address no code is right
 */
export async function openTrackedRequest(ctx: Ctx, input: z.infer<typeof opening>): Promise<Opening | null> {
  const { token, code, network } = opening.parse(input);
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, network);
  const typed = tracking.safeParse(await readDraft(ctx, token));
  if (!typed.success || !token) return null;
  const { reference, email } = typed.data;
  return inEqualTime(BEAT, async () => {
    const request = await findRequest(ctx, reference, email);
    const opening = change<Opening>(ctx, async (tx) => {
      const requestId = request?.id ?? null;
      const checked = await checkCode(ctx, tx, { purpose: 'track', address: email, code, requestId });
      if (!checked.ok || !request) return { ok: false };
      const subject = actingAs(ctx, { kind: 'subject', requestId: request.id, scope: 'track' });
      // Read again under the lock: another browser, or an officer, may have proven more meanwhile.
      const { request: now, address } = await lockRequest(ctx, tx, request.id);
      if (!now.contactVerifiedAt) await recordMailboxProof(subject, tx, now, address);
      return {
        ok: true,
        requestId: request.id,
        session: await openSubjectSession(subject, tx, request.id, 'track'),
      };
    });
    const opened = (await opening.catch(unlessLimited)) ?? { ok: false as const };
    if (opened.ok) await discardDraft(ctx, token);
    return opened;
  });
}

/** The request of a reference, if the address is the one that it was filed with. */
async function findRequest(ctx: Ctx, reference: string, email: string) {
  const [request] = await ctx.db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.reference, parseReference(reference) ?? ''),
        inArray(requests.emailIndex, ctx.vault.blindIndexes('email', normaliseEmail(email))),
      ),
    );
  return request;
}

/** Passes a limit over in silence; everything else is thrown on. */
function unlessLimited(error: unknown): null {
  if (error instanceof RateLimited) return null;
  throw error;
}
