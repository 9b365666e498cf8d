import { desc, eq } from 'drizzle-orm';
import { CompactSign, type CryptoKey, compactVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { Checkpoint } from '#app/domain/audit/verify-chain.ts';
import { auditSeals, signingKeys } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { currentSigningKey } from '../disclosure/signing-keys.ts';
import { Conflict, Invalid } from '../errors.ts';

/** Tells a checkpoint from anything else that the same key signs. */
const TYPE = 'habeas-audit-checkpoint';

const payloadSchema = z.strictObject({
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/**
 * Signs the present end of the chain (compact JWS, Ed25519). Kept elsewhere, it later shows whether entries were cut
 * off the end, which the chain alone cannot.
 * @throws Forbidden unless the command line calls; Conflict `nothing_sealed` for an empty chain
 */
export async function makeCheckpoint(ctx: Ctx): Promise<string> {
  requireSystem(ctx.actor);
  const [last] = await ctx.db.select().from(auditSeals).orderBy(desc(auditSeals.seq)).limit(1);
  if (!last) throw new Conflict('nothing_sealed');
  const { kid, privateJwk } = await currentSigningKey(ctx);
  const key = (await importJWK(privateJwk, 'EdDSA')) as CryptoKey;
  const payload = { seq: last.seq, hash: last.hash, at: ctx.clock.now().toString() };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: TYPE })
    .sign(key);
}

/**
 * Reads a checkpoint that this installation signed, with a key that may be retired by now.
 * @throws Invalid `checkpoint_unreadable`, `checkpoint_signature`
 */
export async function readCheckpoint(ctx: Ctx, jws: string): Promise<Checkpoint> {
  const read = await compactVerify(
    jws.trim(),
    async ({ kid }) => {
      const [row] = await ctx.db
        .select()
        .from(signingKeys)
        .where(eq(signingKeys.kid, String(kid)));
      if (!row) throw new Invalid('checkpoint_signature');
      return importJWK(row.publicJwk as JWK, 'EdDSA');
    },
    { algorithms: ['EdDSA'] },
  ).catch(() => null);
  if (!read) throw new Invalid('checkpoint_signature');
  const payload = payloadSchema.safeParse(JSON.parse(new TextDecoder().decode(read.payload)));
  if (read.protectedHeader.typ !== TYPE || !payload.success) throw new Invalid('checkpoint_unreadable');
  return { seq: payload.data.seq, hash: payload.data.hash };
}
