import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { decisions, requestItems, requests } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';

/** The other end of an appeal, as seen from a case. */
export interface AppealLink {
  /** Whether the case holds the appeal, or the decision that is appealed. */
  readonly side: 'appeal' | 'appealed';
  /** Reference of the other case. */
  readonly reference: string;
  /** The right that was decided on. */
  readonly right: DataSubjectRight;
  /** Who decided what is appealed: may not decide the appeal. */
  readonly decidedBy: string | null;
}

const appeal = alias(requestItems, 'appeal');
const appealed = alias(requestItems, 'appealed');

/** Appeals that a case holds, and appeals against its decisions. */
export async function readAppeals(ctx: Pick<Ctx, 'db'>, requestId: string): Promise<AppealLink[]> {
  const pairs = (mine: typeof appeal | typeof appealed, other: typeof appeal | typeof appealed) =>
    ctx.db
      .select({ reference: requests.reference, right: appealed.right, decidedBy: decisions.decidedBy })
      .from(appeal)
      .innerJoin(appealed, eq(appealed.id, appeal.appealsItemId))
      .innerJoin(requests, eq(requests.id, other.requestId))
      .leftJoin(decisions, eq(decisions.itemId, appealed.id))
      .where(eq(mine.requestId, requestId))
      .orderBy(requests.receivedAt);
  const [held, against] = [await pairs(appeal, appealed), await pairs(appealed, appeal)];
  return [
    ...held.map((link) => ({ side: 'appeal' as const, ...link })),
    ...against.map((link) => ({ side: 'appealed' as const, ...link })),
  ];
}

/** The right that an item is decided under: for an appeal that of the decision appealed, whose grounds are in question. */
export async function rightDecidedOn(
  tx: Pick<Ctx, 'db'> | Pick<Change, 'db'>,
  item: { readonly right: DataSubjectRight; readonly appealsItemId: string | null },
): Promise<DataSubjectRight> {
  if (!item.appealsItemId) return item.right;
  const [found] = await tx.db
    .select({ right: requestItems.right })
    .from(requestItems)
    .where(eq(requestItems.id, item.appealsItemId));
  return found?.right ?? item.right;
}

/**
 * An appeal is a second look: whoever took the decision does not take this one too.
 * @throws Conflict `appeal_of_own_decision`
 */
export async function requireFreshEyes(
  tx: Pick<Change, 'db'>,
  item: { readonly appealsItemId: string | null },
  personId: string,
): Promise<void> {
  if (!item.appealsItemId) return;
  const taken = await tx.db
    .select({ decidedBy: decisions.decidedBy })
    .from(decisions)
    .where(eq(decisions.itemId, item.appealsItemId));
  if (taken.some(({ decidedBy }) => decidedBy === personId)) throw new Conflict('appeal_of_own_decision');
}
