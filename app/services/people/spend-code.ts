import { symmetricDecrypt } from 'better-auth/crypto';
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { staffTwoFactors } from '#db/schema/index.ts';
import { systemClock } from '../clock.ts';
import type { Ctx } from '../context.ts';
import { secretConfigOf } from './auth-secrets.ts';
import { timeStepOf } from './time-step.ts';

const BASE32 = 'base32:';

/**
 * Spends the time step of a right code, before anything is granted for it: one statement marks it, so that of two
 * sign-ins at the same moment one finds it spent. Codes of earlier steps are spent with it.
 * @returns false when the code is right and its step was spent before; a wrong code is not judged here
 */
export async function spendCode(ctx: Ctx, personId: string, code: string): Promise<boolean> {
  const [factor] = await ctx.db.select().from(staffTwoFactors).where(eq(staffTwoFactors.userId, personId));
  if (!factor) return true;
  const secret = await symmetricDecrypt({ key: secretConfigOf(ctx), data: factor.secret });
  if (!secret.startsWith(BASE32))
    throw new Error(`second factor of ${personId}: expected a secret that begins with "${BASE32}"`);
  // The machine's clock, by which better-auth judges the same code a moment later.
  const step = timeStepOf(secret.slice(BASE32.length), code, systemClock.now());
  if (step === null) return true;
  const spent = await ctx.db
    .update(staffTwoFactors)
    .set({ lastTimeStep: step })
    .where(
      and(
        eq(staffTwoFactors.id, factor.id),
        or(isNull(staffTwoFactors.lastTimeStep), lt(staffTwoFactors.lastTimeStep, step)),
      ),
    )
    .returning({ id: staffTwoFactors.id });
  return spent.length > 0;
}
