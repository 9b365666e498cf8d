import type { Readable } from 'node:stream';
import { eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { packages, requests } from '#db/schema/index.ts';
import { READING, requireStaff, requireSubject } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';

export const openPackageSchema = z.strictObject({ packageId: z.uuid() });

export type PackageDownload = {
  readonly stream: Readable;
  readonly bytes: number;
  /** The reference and nothing of the person. */
  readonly fileName: string;
};

/**
 * Opens a package for download and counts it. The data subject gets what was delivered and has not expired; that they gave
 * a fresh code is the caller's to check. Staff may look at what was built.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `not_delivered`, `download_expired`, `package_gone`
 */
export async function openPackageStream(
  ctx: Ctx,
  input: z.input<typeof openPackageSchema>,
): Promise<PackageDownload> {
  if (ctx.actor.kind !== 'subject') requireStaff(ctx.actor, ...READING);
  const { packageId } = openPackageSchema.parse(input);
  const found = await change(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ built: packages, reference: requests.reference })
      .from(packages)
      .innerJoin(requests, eq(requests.id, packages.requestId))
      .where(eq(packages.id, packageId))
      .for('update', { of: packages });
    if (!row) throw new NotFound('package');
    const { built, reference } = row;
    if (ctx.actor.kind === 'subject') {
      requireSubject(ctx.actor, built.requestId);
      if (!built.deliveredAt) throw new Conflict('not_delivered');
      const now = ctx.clock.now();
      if (built.expiresAt && Temporal.Instant.compare(now, built.expiresAt) >= 0)
        throw new Conflict('download_expired');
      await tx.db
        .update(packages)
        .set({ downloads: sql`${packages.downloads} + 1` })
        .where(eq(packages.id, packageId));
    }
    if (built.status !== 'built' || !built.storageKey) throw new Conflict('package_gone');
    await tx.audit({
      kind: 'package.downloaded',
      requestId: built.requestId,
      itemId: built.itemId,
      data: { package: packageId, by: ctx.actor.kind },
    });
    return { storageKey: built.storageKey, bytes: built.bytes ?? 0, fileName: `${reference}.zip` };
  });
  const { storageKey, ...rest } = found;
  return { stream: await ctx.storage.open(storageKey), ...rest };
}
