import { type Instruction, instructionSchema } from '#app/domain/instructions/instruction.ts';
import { instructionVersions } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';

const PURPOSE = 'instruction_versions.content';

/** A wording as it stands on record. */
export interface InstructionVersion {
  readonly id: string;
  readonly version: number;
  readonly instruction: Instruction;
  readonly consentAt: string | null;
  readonly recordedAt: string;
}

/** Adds a wording within a change; the earlier ones stay. */
export async function recordVersion(
  ctx: Ctx,
  tx: Change,
  to: { registrationId: string; version: number },
  instruction: Instruction,
): Promise<void> {
  const now = ctx.clock.now();
  await tx.db.insert(instructionVersions).values({
    ...to,
    scope: instruction.scope,
    contentSealed: ctx.vault.seal(JSON.stringify(instruction), PURPOSE),
    consentAt: instruction.specificConsent ? now : null,
    recordedAt: now,
  });
  await tx.audit({
    kind: 'instructions.recorded',
    data: { registration: to.registrationId, version: to.version, scope: instruction.scope },
  });
}

/** Opens a wording. */
export function openVersion(ctx: Ctx, row: typeof instructionVersions.$inferSelect): InstructionVersion {
  return {
    id: row.id,
    version: row.version,
    instruction: instructionSchema.parse(JSON.parse(ctx.vault.open(row.contentSealed, PURPOSE))),
    consentAt: row.consentAt?.toString() ?? null,
    recordedAt: row.recordedAt.toString(),
  };
}
