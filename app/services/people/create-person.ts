import { randomBytes, randomUUID } from 'node:crypto';
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto';
import { z } from 'zod';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { people, STAFF_ROLES, staffAccounts, staffTwoFactors } from '#db/schema/index.ts';
import { requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { ISSUER, PASSWORD_LENGTH } from './auth.ts';
import { secretConfigOf } from './auth-secrets.ts';
import { base32 } from './base32.ts';

/** RFC 4226 section 4 recommends 160 bits. */
const TOTP_SECRET_BYTES = 20;

export const newPersonSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().max(254).pipe(z.email()),
  role: z.enum(STAFF_ROLES),
  password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most).optional(),
  /** Made here when left out; given by a caller that must keep it before it is stored. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32,}$/)
    .optional(),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export interface CreatedPerson {
  readonly personId: string;
  readonly email: string;
  /** As given, or made here; told once and kept only as a hash. */
  readonly password: string;
  /** Base 32, as authenticator apps take it; told once. */
  readonly totpSecret: string;
  readonly totpUri: string;
}

/**
 * Lets somebody sign in: with a password and a second factor from the first day, so that nobody is ever in with a
 * password alone. Administrators and the command line may.
 * @throws Forbidden, z.ZodError; Conflict when the address is taken
 */
export async function createPerson(ctx: Ctx, input: NewPerson): Promise<CreatedPerson> {
  if (ctx.actor.kind !== 'system') requireStaff(ctx.actor, 'administrator');
  const { name, email: typed, role, ...secrets } = newPersonSchema.parse(input);
  const { password = newPassword(), totpSecret = newTotpSecret() } = secrets;
  const email = normaliseEmail(typed);
  const personId = randomUUID();
  const passwordHash = await hashPassword(password);
  const secret = await symmetricEncrypt({ key: secretConfigOf(ctx), data: `base32:${totpSecret}` });
  const backupCodes = await symmetricEncrypt({ key: secretConfigOf(ctx), data: '[]' });
  await change(ctx, async (tx) => {
    const inserted = await tx.db
      .insert(people)
      .values({ id: personId, name, email, role, emailVerified: true, twoFactorEnabled: true })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    if (inserted.length === 0) throw new Conflict('email_taken');
    await tx.db.insert(staffAccounts).values({
      id: randomUUID(),
      accountId: personId,
      providerId: 'credential',
      userId: personId,
      password: passwordHash,
    });
    await tx.db
      .insert(staffTwoFactors)
      .values({ id: randomUUID(), userId: personId, secret, backupCodes, verified: true });
    await tx.audit({ kind: 'person.created', data: { person: personId, role } });
  });
  return { personId, email, password, totpSecret, totpUri: totpUri(email, totpSecret) };
}

/** 120 random bits in 20 characters. */
export function newPassword(): string {
  return randomBytes(15).toString('base64url');
}

/** A fresh secret for an authenticator, base 32. */
export function newTotpSecret(): string {
  return base32(randomBytes(TOTP_SECRET_BYTES));
}

function totpUri(email: string, secret: string): string {
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(ISSUER)}&digits=6&period=30`;
}
