import type { Readable } from 'node:stream';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { deliveryAuthorities, packages, requestItems } from '#db/schema/index.ts';
import { requireSubject } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { openPackageStream } from '../disclosure/open-package-stream.ts';
import { Conflict, NotFound } from '../errors.ts';
import { checkCode } from '../identity/codes.ts';
import { lockRequest } from '../identity/confirm-address.ts';
import { LIMITS, takeToken } from '../rate-limit.ts';
import { deliveryStanding } from './delivery-standing.ts';

const attempt = z.strictObject({
  requestId: z.uuid(),
  /** Zero-based place of the item whose package is wanted. */
  ordinal: z.int().nonnegative(),
  code: z.string().min(1).max(40),
  network: z.string().min(1),
});

export type Download =
  | { readonly ok: false }
  /** The plain bytes; the reader sets the pace, and nothing of them is held. */
  | { readonly ok: true; readonly stream: Readable; readonly bytes: number };

/**
 * The subject downloads a package with a fresh code. The download is counted before its first byte leaves; it is
 * refused once its time is over, while an authority is missing, and below the assurance that the law asks for.
 * @throws NotFound when there is no such package
 * @throws Conflict with the reason as its code: `expired`, `authority_missing`,
 *   `for_subject_only`, `identity_missing`
 * @throws RateLimited past the failures a day of the request, or the tries an hour of the network
 */
export async function downloadPackage(ctx: Ctx, input: z.infer<typeof attempt>): Promise<Download> {
  requireSubject(ctx.actor, input.requestId);
  const { requestId, ordinal, code, network } = attempt.parse(input);
  await takeToken(ctx, LIMITS.codeTriesPerNetwork, network);
  const allowed = await change(ctx, async (tx) => {
    const { request, address } = await lockRequest(ctx, tx, requestId);
    const { item, found } = await deliveredPackage(tx, requestId, ordinal);
    const [authority] = await tx.db
      .select({ recipient: deliveryAuthorities.recipient })
      .from(deliveryAuthorities)
      .where(eq(deliveryAuthorities.requestId, requestId));
    const standing = deliveryStanding(request, item.right, found, authority, ctx.clock.now());
    if (standing !== 'ready') throw new Conflict(standing, { requestId, ordinal });
    const asker = { kind: 'known', id: requestId } as const;
    const checked = await checkCode(ctx, tx, { purpose: 'download', address, code, requestId, asker });
    return checked.ok ? found.id : null;
  });
  if (!allowed) return { ok: false };
  const { stream, bytes } = await openPackageStream(ctx, { packageId: allowed });
  return { ok: true, stream, bytes };
}

async function deliveredPackage(tx: Change, requestId: string, ordinal: number) {
  const [row] = await tx.db
    .select({ item: requestItems, found: packages })
    .from(packages)
    .innerJoin(requestItems, eq(requestItems.id, packages.itemId))
    .where(
      and(
        eq(packages.requestId, requestId),
        eq(requestItems.ordinal, ordinal),
        isNotNull(packages.deliveredAt),
      ),
    )
    .orderBy(desc(packages.deliveredAt))
    .limit(1);
  if (!row) throw new NotFound('no_package', { requestId, ordinal });
  return row;
}
