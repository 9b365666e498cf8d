import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { isPackaged } from '#app/domain/lifecycle/irreversible.ts';
import { packages } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { itemOf, lockCase, referenceSchema } from '../cases/load-case.ts';
import { change } from '../change.ts';
import { latestRun } from '../collection/collection-case.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';

export const requestPackageSchema = z.strictObject({ reference: referenceSchema, itemId: z.uuid() });

/**
 * Has the package of an item built from the reviewed rows; the worker does it.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `not_packaged_right`, `not_collected`, `review_missing`,
 *   `package_underway`
 */
export async function requestPackage(
  ctx: Ctx,
  input: z.input<typeof requestPackageSchema>,
): Promise<{ packageId: string }> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId } = requestPackageSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const item = itemOf(found, itemId);
    if (!isPackaged(item.right)) throw new Conflict('not_packaged_right', { right: item.right });
    const run = await latestRun(tx, found.request.id);
    if (run?.status !== 'collected') throw new Conflict('not_collected');
    if (!run.reviewedAt) throw new Conflict('review_missing');
    const underway = await tx.db.$count(
      packages,
      and(eq(packages.itemId, itemId), inArray(packages.status, ['queued', 'building'])),
    );
    if (underway > 0) throw new Conflict('package_underway');
    const [row] = await tx.db
      .insert(packages)
      .values({
        requestId: found.request.id,
        itemId,
        runId: run.id,
        status: 'queued',
        queuedAt: ctx.clock.now(),
      })
      .returning({ id: packages.id });
    const packageId = row?.id ?? '';
    await tx.enqueue('build_package', { packageId }, { jobKey: `package:${packageId}`, maxAttempts: 5 });
    return { packageId };
  });
}
