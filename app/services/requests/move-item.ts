import { and, eq } from 'drizzle-orm';
import { applyEvent, type Evidence } from '#app/domain/lifecycle/apply-event.ts';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import {
  type Effect,
  type EventActor,
  type LifecycleEvent,
  TRANSITIONS,
} from '#app/domain/lifecycle/transitions.ts';
import { clockEvents, requestItems, requests } from '#db/schema/index.ts';
import { type Actor, actorId } from '../actor.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { recomputeDeadlines } from './recompute-deadlines.ts';

export type ItemRow = typeof requestItems.$inferSelect;

/** In which capacity an actor stands towards the lifecycle; an anonymous visitor can only file, which is no event. */
function eventActor(actor: Actor): EventActor {
  return actor.kind === 'anonymous' ? 'subject' : actor.kind;
}

/**
 * Applies one event to items of one request within a change: status, clock facts, deadlines, audit entries.
 * @returns the mails that the table asks for; the caller knows what they have to say
 * @throws Conflict when the table refuses the event, or when another change moved the item first
 */
export async function moveItems(
  ctx: Ctx,
  tx: Change,
  items: readonly ItemRow[],
  event: LifecycleEvent,
  evidence: Evidence = new Set(),
): Promise<Set<Extract<Effect, { kind: 'mail' }>['mail']>> {
  const mails = new Set<Extract<Effect, { kind: 'mail' }>['mail']>();
  for (const item of items) {
    for (const effect of await moveOne(ctx, tx, item, event, evidence)) {
      if (effect.kind === 'mail') mails.add(effect.mail);
      if (effect.kind === 'clock') await recordClockEvent(ctx, tx, item, effect.event);
      if (effect.kind === 'recompute_deadline') await recomputeDeadlines(tx, item.requestId, item.id);
      if (effect.kind === 'purge_evidence') await tx.enqueue('purge_evidence', { requestId: item.requestId });
    }
  }
  const requestId = items[0]?.requestId;
  const target = TRANSITIONS[event].to;
  if (requestId && target !== 'same' && isClosed(target)) await closeWhenDone(ctx, tx, requestId);
  return mails;
}

async function moveOne(
  ctx: Ctx,
  tx: Change,
  item: ItemRow,
  event: LifecycleEvent,
  evidence: Evidence,
): Promise<readonly Effect[]> {
  const outcome = applyEvent(item.status, event, eventActor(ctx.actor), evidence);
  if (!outcome.ok) throw new Conflict('event_refused', { item: item.id, ...outcome.refusal });
  const moved = await tx.db
    .update(requestItems)
    .set({ status: outcome.next, closedAt: isClosed(outcome.next) ? ctx.clock.now() : null })
    .where(and(eq(requestItems.id, item.id), eq(requestItems.status, item.status)))
    .returning({ id: requestItems.id });
  if (moved.length === 0)
    throw new Conflict('item_moved_meanwhile', { item: item.id, expected: item.status });
  const { kind, event: name, from, to } = outcome.audit;
  await tx.audit({ kind, requestId: item.requestId, itemId: item.id, data: { event: name, from, to } });
  return outcome.effects;
}

/** Puts a fact on an item's clock within a change; the caller recomputes. */
export async function recordClockEvent(
  ctx: Ctx,
  tx: Change,
  item: Pick<ItemRow, 'id' | 'requestId'>,
  kind: string,
): Promise<void> {
  const at = ctx.clock.now();
  await tx.db.insert(clockEvents).values({
    requestId: item.requestId,
    itemId: item.id,
    kind,
    at,
    recordedBy: actorId(ctx.actor) ?? ctx.actor.kind,
    recordedAt: at,
  });
  await tx.audit({
    kind: 'clock.event',
    requestId: item.requestId,
    itemId: item.id,
    data: { event: kind, at: at.toString() },
  });
}

/** A request closes with its last item. */
async function closeWhenDone(ctx: Ctx, tx: Change, requestId: string): Promise<void> {
  const items = await tx.db
    .select({ status: requestItems.status })
    .from(requestItems)
    .where(eq(requestItems.requestId, requestId));
  const closedAt = items.every(({ status }) => isClosed(status)) ? ctx.clock.now() : null;
  await tx.db.update(requests).set({ closedAt }).where(eq(requests.id, requestId));
}
