import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseEmail, normaliseName } from '#app/domain/identity/normalise.ts';
import { instructionSchema, settledInstruction } from '#app/domain/instructions/instruction.ts';
import { knowsInstructions } from '#app/domain/instructions/knows-instructions.ts';
import { instructionRegistrations } from '#db/schema/index.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { issueCode } from '../identity/codes.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { ACCOUNT_LENGTH, EMAIL_LENGTH, NAME_LENGTH } from '../requests/file-request.ts';
import { saveDraft } from '../requests/filing-draft.ts';
import { newReference } from '../requests/reference.ts';
import { regimeAt } from '../requests/regime-at.ts';
import { recordVersion } from './seal-instruction.ts';

export const registrationSchema = z.strictObject({
  submissionKey: z.string().min(16).max(100),
  locale: z.string().max(35),
  country: z.string().regex(/^[A-Z]{2}$/),
  name: z.string().trim().min(1).max(NAME_LENGTH),
  email: z.email().max(EMAIL_LENGTH),
  accountId: z.string().trim().min(1).max(ACCOUNT_LENGTH).nullable(),
  instruction: instructionSchema,
  network: z.string().min(1),
});
export type RegistrationInput = z.input<typeof registrationSchema>;

/**
 * Takes down somebody's instructions for after their death; anybody may, where the law knows them. They count once
 * the code proved the mailbox; what is never proven is purged. The same `submissionKey` twice yields one registration.
 * @returns the token under which `openInstructions` finds whose code is awaited
 * @throws Conflict `no_instructions_here` where the law of the residence knows no such registry
 * @throws z.ZodError, RateLimited
 */
export async function registerInstructions(ctx: Ctx, input: RegistrationInput): Promise<string> {
  const given = registrationSchema.parse(input);
  await takeToken(ctx, LIMITS.filingPerNetwork, given.network);
  const regime = regimeAt({ country: given.country }, ctx.clock.now());
  if (!knowsInstructions(regime)) throw new Conflict('no_instructions_here', { country: given.country });
  const submissionKey = ctx.vault.tokenHash('instructions', given.submissionKey);
  const reference = await change(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(instructionRegistrations)
      .values({
        reference: newReference(),
        submissionKey,
        locale: given.locale,
        country: given.country,
        jurisdiction: regime.jurisdiction,
        nameSealed: ctx.vault.seal(given.name, 'instruction_registrations.name'),
        nameIndex: ctx.vault.blindIndex('name', normaliseName(given.name)),
        emailSealed: ctx.vault.seal(given.email, 'instruction_registrations.email'),
        emailIndex: ctx.vault.blindIndex('email', normaliseEmail(given.email)),
        accountSealed: ctx.vault.sealOptional(given.accountId, 'instruction_registrations.account'),
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing({ target: instructionRegistrations.submissionKey })
      .returning({ id: instructionRegistrations.id, reference: instructionRegistrations.reference });
    if (!row) return referenceOf(tx.db, submissionKey);
    await recordVersion(
      ctx,
      tx,
      { registrationId: row.id, version: 1 },
      settledInstruction(given.instruction),
    );
    await issueCode(ctx, tx, {
      requestId: null,
      registrationId: row.id,
      reference: row.reference,
      purpose: 'instructions',
      address: given.email,
      locale: given.locale,
      asker: { kind: 'stranger', network: given.network },
    });
    return row.reference;
  });
  return saveDraft(ctx, null, { kind: 'instructions', reference, email: given.email });
}

async function referenceOf(db: Pick<Ctx['db'], 'select'>, submissionKey: string): Promise<string> {
  const [row] = await db
    .select({ reference: instructionRegistrations.reference })
    .from(instructionRegistrations)
    .where(eq(instructionRegistrations.submissionKey, submissionKey));
  if (!row) throw new Error('instruction_registrations: a submission key collided and is not there');
  return row.reference;
}
