import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, exists, gt, notInArray, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { CLOSED_STATUSES, isClosed } from '#app/domain/lifecycle/item-status.ts';
import type { Deadline } from '#app/domain/rules/deadline.ts';
import { clockEvents, requestItems, requests } from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { asMoment, computeDeadlines, DATE_MOVED, storeDeadline } from './recompute-deadlines.ts';

/** Requests found at a time. */
const PAGE = 200;
/** A filing that was under way when the settings changed has committed by then. */
const WAIT_SECONDS = 5;

type Computed = Awaited<ReturnType<typeof computeDeadlines>>[number];

/** Adds the job to a change of what dates depend on; several changes in a row are one job. */
export function askToRecompute(ctx: Ctx, tx: Change): Promise<void> {
  const runAt = ctx.clock.now().add({ seconds: WAIT_SECONDS }).toString();
  return tx.enqueue('recompute_open', {}, { jobKey: 'recompute_open', runAt });
}

/**
 * Computes the dates of open requests anew after an administrator changed holidays or targets. One request a
 * transaction, so that it may be cut off anywhere; run twice, it changes nothing the second time. Closed items keep the
 * dates that they were answered by.
 * @returns how many items got other dates
 */
export async function recomputeOpen(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  requireSystem(ctx.actor);
  let changed = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await openRequests(ctx, after);
    for (const id of ids) {
      signal?.throwIfAborted();
      changed += await change(ctx, (tx) => recomputeOne(ctx, tx, id));
    }
    const last = ids.at(-1);
    if (!last || ids.length < PAGE) return changed;
    after = last;
  }
}

async function openRequests(ctx: Ctx, after: string): Promise<string[]> {
  const open = ctx.db
    .select({ one: sql`1` })
    .from(requestItems)
    .where(
      and(eq(requestItems.requestId, requests.id), notInArray(requestItems.status, [...CLOSED_STATUSES])),
    );
  const rows = await ctx.db
    .select({ id: requests.id })
    .from(requests)
    .where(and(gt(requests.id, after), exists(open)))
    .orderBy(asc(requests.id))
    .limit(PAGE);
  return rows.map(({ id }) => id);
}

async function recomputeOne(ctx: Ctx, tx: Change, requestId: string): Promise<number> {
  // Request, then items, as those who change a case do; the facts are read when nobody else is at them.
  await tx.db
    .select({ id: requests.id })
    .from(requests)
    .where(eq(requests.id, requestId))
    .for('no key update');
  await tx.db
    .select({ id: requestItems.id })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId))
    .for('no key update');
  const computed = await computeDeadlines(tx, requestId);
  const other = computed.filter(
    ({ item, deadline }) => !isClosed(item.status) && item.deadline && !isSame(item.deadline, deadline),
  );
  for (const one of other) await rememberFormerDate(ctx, tx, one);
  for (const { item } of other) await storeAnew(tx, requestId, item);
  return other.length;
}

/** Compared as it is stored: JSON knows no `undefined`. */
function isSame(stored: Deadline, computed: Deadline): boolean {
  return isDeepStrictEqual(stored, JSON.parse(JSON.stringify(computed)));
}

/** The date that people were told: the law's, or else the promise or the guidance. */
function toldDate({ dueNow, due, policyDue, guidanceDue }: Deadline): string | null {
  return dueNow ?? due ?? policyDue ?? guidanceDue;
}

/** A fact on the item's clock, so that every later derivation says what the date was and when it changed. */
async function rememberFormerDate(ctx: Ctx, tx: Change, { item, deadline }: Computed): Promise<void> {
  const before = item.deadline && toldDate(item.deadline);
  const after = toldDate(deadline);
  // Clocks that count hours know no holidays.
  if (!before || !after || before === after || before.includes('T')) return;
  const at = ctx.clock.now();
  await tx.db.insert(clockEvents).values({
    requestId: item.requestId,
    itemId: item.id,
    kind: DATE_MOVED,
    at,
    until: Temporal.PlainDate.from(before),
    recordedBy: 'worker',
    recordedAt: at,
  });
}

async function storeAnew(tx: Change, requestId: string, item: Computed['item']): Promise<void> {
  const [anew] = await computeDeadlines(tx, requestId, item.id);
  if (!anew) return;
  const { deadline } = anew;
  await storeDeadline(tx, item, deadline);
  await tx.audit({
    kind: 'deadline.changed',
    requestId,
    itemId: item.id,
    data: {
      pack: deadline.pack,
      version: deadline.version,
      dueBefore: asMoment(item.deadline?.dueNow ?? null),
      dueAfter: asMoment(deadline.dueNow),
      steerBefore: asMoment(item.deadline?.steerBy ?? null),
      steerAfter: asMoment(deadline.steerBy),
    },
  });
}
