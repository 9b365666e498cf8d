import { and, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { instructionRegistrations } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import {
  type Asking,
  askForCode,
  type CodeEntry,
  type Entering,
  enterCode,
  type Named,
} from '../identity/code-entry.ts';
import { SESSION_MINUTES } from '../identity/subject-sessions.ts';
import { readDraft, saveDraft } from '../requests/filing-draft.ts';

const opened = z.object({
  kind: z.literal('instructions-open'),
  registrationId: z.uuid(),
  /** Instant; the draft that it stands in is kept for longer. */
  until: z.string(),
});

export type RegistrationRow = typeof instructionRegistrations.$inferSelect;

const registered: CodeEntry<Named & { readonly row: RegistrationRow }> = {
  kind: 'instructions',
  purpose: 'instructions',
  async find(ctx, reference, email) {
    const [row] = await ctx.db
      .select()
      .from(instructionRegistrations)
      .where(
        and(
          eq(instructionRegistrations.reference, reference),
          inArray(
            instructionRegistrations.emailIndex,
            ctx.vault.blindIndexes('email', normaliseEmail(email)),
          ),
        ),
      );
    if (!row) return undefined;
    const { id } = row;
    const target = { requestId: null, registrationId: id, reference: row.reference };
    return { ...target, id, row, address: addressOf(ctx, row), known: row.provenAt !== null };
  },
};

/**
 * Somebody wants to see their instructions: anybody may ask.
 * @returns the token under which `openInstructions` finds what was typed
 * @throws as `askForCode`
 */
export function askForInstructionsCode(ctx: Ctx, input: Asking): Promise<string> {
  return askForCode(ctx, registered, input);
}

/**
 * Opens instructions in this browser by a code. The first one proves the mailbox, and with that the instructions
 * are registered.
 * @returns whether the code was right; null when the first step is too long ago
 * @throws as `enterCode`
 */
export async function openInstructions(ctx: Ctx, input: Entering): Promise<boolean | null> {
  const entered = await enterCode(ctx, registered, input, async (tx, { row }) => {
    if (!row.provenAt) await prove(actingAs(ctx, holderOf(row.id)), tx, row);
    return row.id;
  });
  if (!entered?.ok) return entered && false;
  const until = ctx.clock.now().add({ minutes: SESSION_MINUTES }).toString();
  await saveDraft(ctx, input.token, { kind: 'instructions-open', registrationId: entered.value, until });
  return true;
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
