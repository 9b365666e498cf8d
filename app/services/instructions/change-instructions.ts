import { desc, eq } from 'drizzle-orm';
import {
  type Instruction,
  instructionSchema,
  settledInstruction,
} from '#app/domain/instructions/instruction.ts';
import { instructionActivations, instructionRegistrations, instructionVersions } from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { Conflict, Forbidden } from '../errors.ts';
import { holderOf, openedRegistration, type RegistrationRow } from './open-instructions.ts';
import { type InstructionVersion, openVersion, recordVersion } from './seal-instruction.ts';

/** Somebody's own instructions, as they see them. */
export interface OwnInstructions {
  readonly reference: string;
  readonly revoked: boolean;
  readonly active: boolean;
  /** Newest first. */
  readonly versions: readonly InstructionVersion[];
}

/** @throws Forbidden unless this browser opened the registration with a code */
export async function readOwnInstructions(ctx: Ctx, token: string | null): Promise<OwnInstructions> {
  const id = await requireOpened(ctx, token);
  const [row] = await ctx.db
    .select()
    .from(instructionRegistrations)
    .where(eq(instructionRegistrations.id, id));
  if (!row) throw new Forbidden('instructions_not_opened');
  const versions = await versionsOf(ctx, ctx.db, id);
  const active = await ctx.db.$count(instructionActivations, eq(instructionActivations.registrationId, id));
  return { reference: row.reference, revoked: row.revokedAt !== null, active: active > 0, versions };
}

/** All wordings of a registration, newest first. */
export async function versionsOf(
  ctx: Ctx,
  db: Pick<Ctx['db'], 'select'>,
  registrationId: string,
): Promise<InstructionVersion[]> {
  const rows = await db
    .select()
    .from(instructionVersions)
    .where(eq(instructionVersions.registrationId, registrationId))
    .orderBy(desc(instructionVersions.version));
  return rows.map((row) => openVersion(ctx, row));
}

/**
 * Gives the instructions a new wording. Revoked ones come into force again by it.
 * @throws Forbidden without the code; Conflict `instructions_active` once they were put into force; z.ZodError
 */
export function amendInstructions(
  ctx: Ctx,
  input: { token: string | null; instruction: Instruction },
): Promise<void> {
  const instruction = settledInstruction(instructionSchema.parse(input.instruction));
  return asHolder(ctx, input.token, async (own, tx, row) => {
    const [last] = await versionsOf(own, tx.db, row.id);
    const version = (last?.version ?? 0) + 1;
    await recordVersion(own, tx, { registrationId: row.id, version }, instruction);
    await tx.db
      .update(instructionRegistrations)
      .set({ revokedAt: null })
      .where(eq(instructionRegistrations.id, row.id));
    return 'amended';
  });
}

/** Takes the instructions back. @throws as {@link amendInstructions}; Conflict `already_revoked` */
export function revokeInstructions(ctx: Ctx, input: { token: string | null }): Promise<void> {
  return asHolder(ctx, input.token, async (own, tx, row) => {
    if (row.revokedAt) throw new Conflict('already_revoked');
    await tx.db
      .update(instructionRegistrations)
      .set({ revokedAt: own.clock.now() })
      .where(eq(instructionRegistrations.id, row.id));
    await tx.audit({ kind: 'instructions.revoked', data: { registration: row.id } });
    return 'revoked';
  });
}

async function asHolder(
  ctx: Ctx,
  token: string | null,
  work: (own: Ctx, tx: Change, row: RegistrationRow) => Promise<'amended' | 'revoked'>,
): Promise<void> {
  const id = await requireOpened(ctx, token);
  const own = actingAs(ctx, holderOf(id));
  await change(own, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(instructionRegistrations)
      .where(eq(instructionRegistrations.id, id))
      .for('update');
    if (!row) throw new Forbidden('instructions_not_opened');
    const active = await tx.db.$count(instructionActivations, eq(instructionActivations.registrationId, id));
    if (active > 0) throw new Conflict('instructions_active');
    const news = await work(own, tx, row);
    await tx.mail({
      kind: 'instructions',
      locale: row.locale,
      to: own.vault.open(row.emailSealed, 'instruction_registrations.email'),
      reference: row.reference,
      params: { news },
    });
  });
}

async function requireOpened(ctx: Ctx, token: string | null): Promise<string> {
  const id = await openedRegistration(ctx, token);
  if (!id) throw new Forbidden('instructions_not_opened');
  return id;
}
