import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from '#db/client.ts';
import { auditEntries } from '#db/schema/index.ts';
import { READING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';

/** Minutes within which one person's looks at one case are one opening: each click would bury the log. */
export const OPENING_MINUTES = 15;

/**
 * Writes to the log that somebody of the staff has a case before them: an access to personal data of its own. At most
 * once in a quarter of an hour per person and case, so the usual cost is one look into an index. The page waits for it: what
 * cannot be logged is not shown.
 * @throws Forbidden for whoever may not read cases
 */
export async function noteOpening(ctx: Ctx, requestId: string): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...READING);
  if (await openedLately(ctx, ctx.db, requestId, personId)) return;
  await change(ctx, async (tx) => {
    // Two windows that open at once take turns, so that they are one opening.
    await tx.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`case.opened:${requestId}:${personId}`}, 0))`,
    );
    if (!(await openedLately(ctx, tx.db, requestId, personId)))
      await tx.audit({ kind: 'case.opened', requestId, data: {} });
  });
}

async function openedLately(ctx: Ctx, db: Db | Tx, requestId: string, personId: string): Promise<boolean> {
  const since = ctx.clock.now().subtract({ minutes: OPENING_MINUTES });
  const [found] = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.requestId, requestId),
        eq(auditEntries.kind, 'case.opened'),
        eq(auditEntries.actorId, personId),
        gt(auditEntries.at, since),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return found !== undefined;
}
