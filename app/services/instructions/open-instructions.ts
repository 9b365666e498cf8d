import { and, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { instructionRegistrations } from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { NotFound, RateLimited } from '../errors.ts';
import { checkCode, issueCode } from '../identity/codes.ts';
import { inEqualTime } from '../identity/equal-time.ts';
import { SESSION_MINUTES } from '../identity/subject-sessions.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { readDraft, saveDraft } from '../requests/filing-draft.ts';
import { parseReference } from '../requests/reference.ts';

/** Milliseconds; well above what the work takes, so that nearly every answer leaves on the first beat. */
const BEAT = 400;

const asked = z.strictObject({
  reference: z.string().min(1).max(60),
  email: z.string().min(3).max(254),
  locale: z.string().max(35),
  network: z.string().min(1),
});
const waiting = z.object({ kind: z.literal('instructions'), reference: z.string(), email: z.string() });
const opened = z.object({
  kind: z.literal('instructions-open'),
  registrationId: z.uuid(),
  /** Instant; the draft that it stands in is kept for longer. */
  until: z.string(),
});

export type RegistrationRow = typeof instructionRegistrations.$inferSelect;

/**
 * Somebody wants to see their instructions: anybody may ask. A code leaves only if reference and address belong
 * together; the answer and the time taken are the same either way, also past the codes an hour of an address.
 * @returns the token under which `openInstructions` finds what was typed
 * @throws RateLimited per network
 */
export async function askForInstructionsCode(ctx: Ctx, input: z.infer<typeof asked>): Promise<string> {
  const { reference, email, locale, network } = asked.parse(input);
  await takeToken(ctx, LIMITS.trackingPerNetwork, network);
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  return inEqualTime(BEAT, async () => {
    const found = await findRegistration(ctx, reference, email);
    // Never to the address as typed: a spelling that counts as equal can be another mailbox.
    const address = found ? addressOf(ctx, found) : email;
    const issued = change(ctx, (tx) =>
      issueCode(ctx, tx, {
        requestId: null,
        registrationId: found?.id ?? null,
        reference: found?.reference ?? null,
        purpose: 'instructions',
        address,
        locale,
      }),
    );
    await issued.catch(unlessLimited);
    return saveDraft(ctx, null, { kind: 'instructions', reference, email });
  });
}

/**
 * Opens instructions in this browser by a code. The first one proves the mailbox, and with that the instructions
 * are registered.
 * @returns whether the code was right: wrong reference, wrong code and somebody else's look the same
 * @throws NotFound `tracking_expired` when the first step is too long ago; RateLimited per network
 */
export async function openInstructions(
  ctx: Ctx,
  input: { token: string | null; code: string; network: string },
): Promise<boolean> {
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, input.network);
  const typed = waiting.safeParse(await readDraft(ctx, input.token));
  if (!typed.success) throw new NotFound('tracking_expired');
  const { reference, email } = typed.data;
  return inEqualTime(BEAT, async () => {
    const found = await findRegistration(ctx, reference, email);
    const checking = change(ctx, async (tx) => {
      const registrationId = found?.id ?? null;
      const checked = await checkCode(ctx, tx, {
        purpose: 'instructions',
        address: email,
        code: input.code,
        requestId: null,
        registrationId,
      });
      if (!checked.ok || !found) return false;
      if (!found.provenAt) await prove(actingAs(ctx, holderOf(found.id)), tx, found);
      return true;
    });
    const ok = (await checking.catch(unlessLimited)) ?? false;
    if (ok && found) {
      const until = ctx.clock.now().add({ minutes: SESSION_MINUTES }).toString();
      await saveDraft(ctx, input.token, { kind: 'instructions-open', registrationId: found.id, until });
    }
    return ok;
  });
}

/** The holder of a registration acts as a subject does; it stands where a request would. */
export function holderOf(registrationId: string) {
  return { kind: 'subject', requestId: registrationId, scope: 'track' } as const;
}

function addressOf(ctx: Ctx, found: RegistrationRow): string {
  return ctx.vault.open(found.emailSealed, 'instruction_registrations.email');
}

async function prove(ctx: Ctx, tx: Change, found: RegistrationRow): Promise<void> {
  await tx.db
    .update(instructionRegistrations)
    .set({ provenAt: ctx.clock.now() })
    .where(eq(instructionRegistrations.id, found.id));
  await tx.audit({ kind: 'instructions.proven', data: { registration: found.id } });
  await tx.mail({
    kind: 'instructions',
    locale: found.locale,
    to: addressOf(ctx, found),
    reference: found.reference,
    params: { news: 'registered' },
  });
}

/** The registration that a browser opened; null when it has not, or too long ago. */
export async function openedRegistration(ctx: Ctx, token: string | null): Promise<string | null> {
  const draft = opened.safeParse(await readDraft(ctx, token));
  if (!draft.success) return null;
  const over = Temporal.Instant.compare(ctx.clock.now(), Temporal.Instant.from(draft.data.until)) >= 0;
  return over ? null : draft.data.registrationId;
}

async function findRegistration(
  ctx: Ctx,
  reference: string,
  email: string,
): Promise<RegistrationRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(instructionRegistrations)
    .where(
      and(
        eq(instructionRegistrations.reference, parseReference(reference) ?? ''),
        inArray(instructionRegistrations.emailIndex, ctx.vault.blindIndexes('email', normaliseEmail(email))),
      ),
    );
  return found;
}

/** Passes a limit of an address over in silence: saying so would tell that codes went there before. */
function unlessLimited(error: unknown): null {
  if (error instanceof RateLimited) return null;
  throw error;
}
