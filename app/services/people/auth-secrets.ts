import type { Ctx } from '../context.ts';

/** The keys of better-auth, newest first. */
export function secretsOf(ctx: Ctx): { version: number; value: string }[] {
  // Each secret names itself by its own hash, so that a rotation never gives an old number to a new key.
  return ctx.vault.blindIndexes('better-auth', 'secret').map((value) => ({
    version: Number.parseInt(value.slice(0, 7), 16),
    value,
  }));
}

/** The keys that better-auth encrypts second factors with, in the form its own functions take. */
export function secretConfigOf(ctx: Ctx) {
  const secrets = secretsOf(ctx);
  return {
    keys: new Map(secrets.map(({ version, value }) => [version, value])),
    currentVersion: secrets[0]?.version ?? 0,
  };
}
