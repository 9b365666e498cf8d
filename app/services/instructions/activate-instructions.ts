import { and, eq, isNotNull } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ACTIVATION_CLAIMANTS, DEATH_EVIDENCE } from '#app/domain/instructions/instruction.ts';
import { instructionActivations, instructionRegistrations } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { reasonSchema, referenceSchema } from '../cases/load-case.ts';
import { wrongField } from '../cases/refuse-field.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { parseReference } from '../requests/reference.ts';
import { versionsOf } from './change-instructions.ts';
import { fileInstructed } from './file-instructed.ts';

export const activationSchema = z.strictObject({
  reference: referenceSchema,
  diedOn: z.iso.date(),
  evidence: z.enum(DEATH_EVIDENCE),
  claimant: z.enum(ACTIVATION_CLAIMANTS),
  claimantName: z.string().trim().min(1).max(200),
  /** Where the answer goes. */
  claimantEmail: z.email().max(254),
  /** What was seen, and how the claimant was recognised. */
  reason: reasonSchema,
});

/**
 * Puts somebody's instructions into force after their death: the newest wording, at the word of the person designated
 * or, where nobody is, of an heir. From then on nobody can change them, and a request carries them out.
 * @returns the id of that request
 * @throws Forbidden, z.ZodError, NotFound; Conflict `instructions_revoked`, `instructions_active`;
 *   Invalid `no_designee`, `date_in_future`
 */
export function activateInstructions(ctx: Ctx, input: z.input<typeof activationSchema>): Promise<string> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const given = activationSchema.parse(input);
  return change(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(instructionRegistrations)
      .where(
        and(
          eq(instructionRegistrations.reference, parseReference(given.reference) ?? ''),
          isNotNull(instructionRegistrations.provenAt),
        ),
      )
      .for('update');
    if (!row) throw new NotFound('registration');
    if (row.revokedAt) throw new Conflict('instructions_revoked');
    const [newest] = await versionsOf(ctx, tx.db, row.id);
    if (!newest) throw new Error(`instruction_versions: ${row.id} has none`);
    if (given.claimant === 'designee' && !newest.instruction.designee)
      throw wrongField('claimant', 'no_designee');
    const now = ctx.clock.now();
    // The day that it is anywhere: a death in the Pacific is not refused because Greenwich is behind.
    const today = now.toZonedDateTimeISO('Etc/GMT-14').toPlainDate().toString();
    if (given.diedOn > today) throw wrongField('diedOn', 'date_in_future');
    const requestId = await fileInstructed(ctx, tx, row, newest.instruction, { personId, ...given });
    const [active] = await tx.db
      .insert(instructionActivations)
      .values({
        registrationId: row.id,
        versionId: newest.id,
        requestId,
        diedOn: Temporal.PlainDate.from(given.diedOn),
        evidence: given.evidence,
        claimant: given.claimant,
        claimantSealed: ctx.vault.seal(given.claimantName, 'instruction_activations.claimant'),
        reasonSealed: ctx.vault.seal(given.reason, 'instruction_activations.reason'),
        activatedBy: personId,
        activatedAt: now,
      })
      .onConflictDoNothing({ target: instructionActivations.registrationId })
      .returning({ id: instructionActivations.id });
    if (!active) throw new Conflict('instructions_active');
    await tx.audit({
      kind: 'instructions.activated',
      requestId,
      data: { registration: row.id, claimant: given.claimant, evidence: given.evidence },
    });
    return requestId;
  });
}
