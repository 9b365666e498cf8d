import { z } from 'zod';
import type { CodePurpose } from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { readDraft, saveDraft } from '../requests/filing-draft.ts';
import { parseReference } from '../requests/reference.ts';
import { type Asker, unlessLimited } from './code-budget.ts';
import { checkCode, issueCode } from './codes.ts';
import { inEqualTime } from './equal-time.ts';

/** Milliseconds; well above what the work takes, so that nearly every answer leaves on the first beat. */
const BEAT = 400;

/** What a reference and an address name together, where they belong together. */
export interface Named {
  readonly requestId: string | null;
  readonly registrationId?: string | null;
  readonly reference: string;
  /** As it is on file: a spelling that counts as equal can be another mailbox. */
  readonly address: string;
  /** Whether the mailbox was proven before, or is one that staff chose: then the codes have a budget of their own. */
  readonly known: boolean;
  /** What that budget belongs to. */
  readonly id: string;
}

/** A way in by reference, address and code; there are several, and a stranger learns the same from each: nothing. */
export interface CodeEntry<Found extends Named> {
  /** Under which what was typed waits for its code. */
  readonly kind: 'tracking' | 'agent' | 'instructions';
  readonly purpose: CodePurpose;
  /** @param reference in its stored form, or empty when it cannot be one */
  find(ctx: Ctx, reference: string, email: string): Promise<Found | undefined>;
}

export const askingSchema = z.strictObject({
  reference: z.string().min(1).max(60),
  email: z.string().min(3).max(254),
  locale: z.string().max(35),
  /** Prefix of the reader's network. */
  network: z.string().min(1),
});
export type Asking = z.infer<typeof askingSchema>;

/**
 * Anybody may ask. A code leaves only if reference and address belong together; the answer, what is written and the time
 * taken are the same either way, also past the codes an hour: saying so would tell that codes went there before.
 * @returns the token under which `enterCode` finds what was typed
 * @throws z.ZodError, RateLimited per network
 */
export async function askForCode<Found extends Named>(
  ctx: Ctx,
  entry: CodeEntry<Found>,
  input: Asking,
): Promise<string> {
  const { reference, email, locale, network } = askingSchema.parse(input);
  await takeToken(ctx, LIMITS.trackingPerNetwork, network);
  await takeToken(ctx, LIMITS.codesPerNetwork, network);
  return inEqualTime(BEAT, async () => {
    const found = await entry.find(ctx, parseReference(reference) ?? '', email);
    const issued = change(ctx, (tx) =>
      issueCode(ctx, tx, {
        requestId: found?.requestId ?? null,
        registrationId: found?.registrationId ?? null,
        reference: found?.reference ?? null,
        purpose: entry.purpose,
        address: found?.address ?? email,
        locale,
        asker: askerOf(found, network),
      }),
    );
    await issued.catch(unlessLimited);
    return saveDraft(ctx, null, { kind: entry.kind, reference, email });
  });
}

const enteringSchema = z.strictObject({
  token: z.string().max(200).nullable(),
  code: z.string().min(1).max(40),
  network: z.string().min(1),
});
export type Entering = z.infer<typeof enteringSchema>;

export type Entered<T> = { readonly ok: false } | { readonly ok: true; readonly value: T };

/**
 * The second step: a right code lets `open` run, in the change that spends it. Wrong reference, wrong code, somebody
 * else's: one answer.
 * @returns null when the first step is too long ago
 * @throws z.ZodError; RateLimited past the tries an hour of the network. Past the failures a day no code is right
 */
export async function enterCode<Found extends Named, T>(
  ctx: Ctx,
  entry: CodeEntry<Found>,
  input: Entering,
  open: (tx: Change, found: Found) => Promise<T>,
): Promise<Entered<T> | null> {
  const { token, code, network } = enteringSchema.parse(input);
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, network);
  const typed = z
    .object({ kind: z.literal(entry.kind), reference: z.string(), email: z.string() })
    .safeParse(await readDraft(ctx, token));
  if (!typed.success) return null;
  const { reference, email } = typed.data;
  return inEqualTime(BEAT, async () => {
    const found = await entry.find(ctx, parseReference(reference) ?? '', email);
    const entering = change<Entered<T>>(ctx, async (tx) => {
      const checked = await checkCode(ctx, tx, {
        purpose: entry.purpose,
        address: email,
        code,
        requestId: found?.requestId ?? null,
        registrationId: found?.registrationId ?? null,
        asker: askerOf(found, network),
      });
      return checked.ok && found ? { ok: true, value: await open(tx, found) } : { ok: false };
    });
    return (await entering.catch(unlessLimited)) ?? { ok: false };
  });
}

function askerOf(found: Named | undefined, network: string): Asker {
  return found?.known ? { kind: 'known', id: found.id, network } : { kind: 'stranger', network };
}
