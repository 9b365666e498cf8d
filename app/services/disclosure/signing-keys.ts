import { generateKeyPairSync } from 'node:crypto';
import { desc, isNull, sql } from 'drizzle-orm';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { signingKeys } from '#db/schema/index.ts';
import { requireStaff, requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { SigningKey } from './sign-detached.ts';

/** The key that signs now; made when there is none. For the worker. */
export async function currentSigningKey(ctx: Ctx): Promise<SigningKey> {
  requireSystem(ctx.actor);
  return change(ctx, async (tx) => {
    await onlyOne(tx);
    const [row] = await tx.db
      .select()
      .from(signingKeys)
      .where(isNull(signingKeys.retiredAt))
      .orderBy(desc(signingKeys.createdAt))
      .limit(1);
    if (!row?.privateSealed) return makeKey(ctx, tx);
    const privateJwk = JSON.parse(ctx.vault.open(row.privateSealed, 'signing_keys.private')) as JWK;
    return { kid: row.kid, privateJwk };
  });
}

/** Retires the signing key and makes a new one; what the old one signed stays verifiable. @throws Forbidden */
export async function rotateSigningKey(ctx: Ctx): Promise<{ kid: string }> {
  requireStaff(ctx.actor, 'administrator');
  return change(ctx, async (tx) => {
    await onlyOne(tx);
    // The private half is destroyed: nothing can be signed with a retired key any more.
    await tx.db
      .update(signingKeys)
      .set({ retiredAt: ctx.clock.now(), privateSealed: null })
      .where(isNull(signingKeys.retiredAt));
    const { kid } = await makeKey(ctx, tx);
    return { kid };
  });
}

/** The public keys as a JWK Set (RFC 7517), retired ones too, newest first. Open to everybody. */
export async function jwks(ctx: Ctx): Promise<{ keys: JWK[] }> {
  const rows = await ctx.db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt));
  return { keys: rows.map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: 'EdDSA', use: 'sig' })) };
}

async function makeKey(ctx: Ctx, tx: Change): Promise<SigningKey> {
  const pair = generateKeyPairSync('ed25519');
  const publicJwk = pair.publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const privateJwk = pair.privateKey.export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(publicJwk as JWK);
  await tx.db.insert(signingKeys).values({
    kid,
    publicJwk,
    privateSealed: ctx.vault.seal(JSON.stringify(privateJwk), 'signing_keys.private'),
    createdAt: ctx.clock.now(),
  });
  await tx.audit({ kind: 'settings.changed', data: { setting: 'signing_key' } });
  return { kid, privateJwk };
}

/** Two workers that need the first key at the same time make one. */
async function onlyOne(tx: Change): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('habeas.signing_keys'))`);
}
