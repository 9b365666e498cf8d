import { and, eq, isNotNull, lte } from 'drizzle-orm';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import { packages } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';

/** Purges packages whose delivery period is over. @returns how many */
export async function purgePackages(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const limit = heldUntil(OWN_RECORDS.package.keep, ctx.clock.now());
  const over = await ctx.db
    .select({ id: packages.id })
    .from(packages)
    .where(and(isNotNull(packages.storageKey), lte(packages.expiresAt, limit)));
  for (const { id } of over) await purgePackage(ctx, id);
  return over.length;
}

/**
 * Removes one package's file and says so on its row. The file goes first: if the process dies in between, the next
 * run finds the row still there, and removing what is gone is no error.
 */
export async function purgePackage(ctx: Ctx, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const [row] = await tx.db.select().from(packages).where(eq(packages.id, id)).for('update');
    if (!row?.storageKey) return;
    await ctx.storage.remove(row.storageKey);
    await tx.db.update(packages).set({ status: 'purged', storageKey: null }).where(eq(packages.id, id));
    await tx.audit({
      kind: 'package.purged',
      requestId: row.requestId,
      itemId: row.itemId,
      data: { package: id },
    });
  });
}
