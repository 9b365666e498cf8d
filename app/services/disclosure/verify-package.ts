import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { packages } from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { jwks } from './signing-keys.ts';
import { keySetSchema } from './verify/check-signature.ts';
import { type Verdict, verifyPackageFile } from './verify/verify-package.ts';

export const verifyPackageSchema = z.strictObject({ packageId: z.uuid() });

/**
 * Checks a stored package with the verifier that the data subject has, against the published keys.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `package_gone`
 */
export async function verifyPackage(ctx: Ctx, input: z.input<typeof verifyPackageSchema>): Promise<Verdict> {
  if (ctx.actor.kind !== 'system') requireStaff(ctx.actor, ...READING);
  const { packageId } = verifyPackageSchema.parse(input);
  const [row] = await ctx.db.select().from(packages).where(eq(packages.id, packageId));
  if (!row) throw new NotFound('package');
  if (!row.storageKey) throw new Conflict('package_gone');
  const folder = path.join(ctx.config.dataDir, 'spool');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = path.join(folder, randomUUID());
  const file = await open(name, 'wx+', 0o600);
  try {
    // A zip is read from its end, and the stored bytes only from their beginning. The file has no name while it lasts.
    await rm(name);
    for await (const chunk of await ctx.storage.open(row.storageKey)) await file.write(chunk as Buffer);
    return await verifyPackageFile(file, keySetSchema.parse(await jwks(ctx)));
  } finally {
    await file.close();
  }
}
