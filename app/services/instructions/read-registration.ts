import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { normaliseEmail, normaliseName } from '#app/domain/identity/normalise.ts';
import { instructionActivations, instructionRegistrations, requests } from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { NotFound } from '../errors.ts';
import { parseReference } from '../requests/reference.ts';
import { versionsOf } from './change-instructions.ts';
import type { InstructionVersion } from './seal-instruction.ts';

export interface RegistrationHead {
  readonly reference: string;
  readonly name: string;
  readonly provenAt: string;
  readonly state: 'standing' | 'revoked' | 'active';
}

export interface RegistrationView extends RegistrationHead {
  readonly email: string;
  readonly account: string | null;
  readonly country: string;
  /** Newest first. */
  readonly versions: readonly InstructionVersion[];
  readonly activation: {
    readonly diedOn: string;
    readonly evidence: string;
    readonly claimant: string;
    readonly claimantName: string;
    readonly reason: string;
    readonly version: number;
    readonly by: string;
    readonly at: string;
    /** Reference of the request that carries them out; null for what came into force before there was one. */
    readonly request: string | null;
  } | null;
}

const MOST = 50;

/** Finds registrations by reference, full name or address, as one asks after a death; without a word, the newest. */
export async function findRegistrations(ctx: Ctx, word: string): Promise<RegistrationHead[]> {
  requireStaff(ctx.actor, ...READING);
  const table = instructionRegistrations;
  const asked = word.trim();
  const rows = await ctx.db
    .select({ row: table, activation: instructionActivations.id })
    .from(table)
    .leftJoin(instructionActivations, eq(instructionActivations.registrationId, table.id))
    .where(
      and(
        isNotNull(table.provenAt),
        asked === ''
          ? undefined
          : or(
              eq(table.reference, parseReference(asked) ?? ''),
              inArray(table.nameIndex, ctx.vault.blindIndexes('name', normaliseName(asked))),
              inArray(table.emailIndex, ctx.vault.blindIndexes('email', normaliseEmail(asked))),
            ),
      ),
    )
    .orderBy(desc(table.createdAt))
    .limit(MOST);
  return rows.map(({ row, activation }) => headOf(ctx, row, activation !== null));
}

function headOf(
  ctx: Ctx,
  row: typeof instructionRegistrations.$inferSelect,
  active: boolean,
): RegistrationHead {
  return {
    reference: row.reference,
    name: ctx.vault.open(row.nameSealed, 'instruction_registrations.name'),
    provenAt: row.provenAt?.toString() ?? '',
    state: active ? 'active' : row.revokedAt ? 'revoked' : 'standing',
  };
}

/**
 * One registration with all its wordings. Staff may read it, an auditor too.
 * @throws Forbidden; NotFound when no proven registration bears the reference
 */
export async function readRegistration(ctx: Ctx, reference: string): Promise<RegistrationView> {
  requireStaff(ctx.actor, ...READING);
  const [found] = await ctx.db
    .select({
      row: instructionRegistrations,
      activation: instructionActivations,
      request: requests.reference,
    })
    .from(instructionRegistrations)
    .leftJoin(instructionActivations, eq(instructionActivations.registrationId, instructionRegistrations.id))
    .leftJoin(requests, eq(requests.id, instructionActivations.requestId))
    .where(
      and(
        eq(instructionRegistrations.reference, parseReference(reference) ?? ''),
        isNotNull(instructionRegistrations.provenAt),
      ),
    );
  if (!found) throw new NotFound('registration');
  const { row, activation } = found;
  const versions = await versionsOf(ctx, ctx.db, row.id);
  return {
    ...headOf(ctx, row, activation !== null),
    email: ctx.vault.open(row.emailSealed, 'instruction_registrations.email'),
    account: ctx.vault.openOptional(row.accountSealed, 'instruction_registrations.account'),
    country: row.country,
    versions,
    activation: activation && {
      diedOn: activation.diedOn.toString(),
      evidence: activation.evidence,
      claimant: activation.claimant,
      claimantName: ctx.vault.open(activation.claimantSealed, 'instruction_activations.claimant'),
      reason: ctx.vault.open(activation.reasonSealed, 'instruction_activations.reason'),
      version: versions.find(({ id }) => id === activation.versionId)?.version ?? 0,
      by: activation.activatedBy,
      at: activation.activatedAt.toString(),
      request: found.request,
    },
  };
}
