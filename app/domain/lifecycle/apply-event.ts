import type { ItemStatus } from './item-status.ts';
import {
  type Effect,
  type EventActor,
  LIFECYCLE_EVENTS,
  type LifecycleEvent,
  type Requirement,
  TRANSITIONS,
  type Transition,
} from './transitions.ts';

/** What the caller can show for an item; a requirement of the table is met only if it is listed here. */
export type Evidence = ReadonlySet<Requirement>;

export type EventOutcome =
  | {
      readonly ok: true;
      readonly from: ItemStatus;
      readonly next: ItemStatus;
      readonly effects: readonly Effect[];
      /** The audit entry of the change, to be written in the same transaction. */
      readonly audit: {
        readonly kind: 'item.event';
        readonly event: LifecycleEvent;
        readonly from: ItemStatus;
        readonly to: ItemStatus;
      };
    }
  | { readonly ok: false; readonly refusal: EventRefusal };

/** Why an event cannot be applied; says what came, where, and what was expected. */
export interface EventRefusal {
  readonly code: 'wrong_status' | 'wrong_actor' | 'missing_requirement';
  readonly event: LifecycleEvent;
  readonly status: ItemStatus;
  readonly expected: readonly string[];
}

/** Applies one event to one item: the only way by which a status changes. Pure; nothing is written here. */
export function applyEvent(
  status: ItemStatus,
  event: LifecycleEvent,
  actor: EventActor,
  evidence: Evidence = new Set(),
): EventOutcome {
  const transition: Transition = TRANSITIONS[event];
  const refuse = (code: EventRefusal['code'], expected: readonly string[]): EventOutcome => ({
    ok: false,
    refusal: { code, event, status, expected },
  });
  if (!transition.by.includes(actor)) return refuse('wrong_actor', transition.by);
  if (!transition.from.includes(status)) return refuse('wrong_status', transition.from);
  const missing = transition.needs.filter((need) => !evidence.has(need));
  if (missing.length > 0) return refuse('missing_requirement', missing);
  const next = transition.to === 'same' ? status : transition.to;
  return {
    ok: true,
    from: status,
    next,
    effects: transition.effects,
    audit: { kind: 'item.event', event, from: status, to: next },
  };
}

/** The events that this actor could cause now, in the order of the table; pages draw their buttons from it. */
export function availableEvents(status: ItemStatus, actor: EventActor): LifecycleEvent[] {
  return LIFECYCLE_EVENTS.filter((event) => {
    const transition: Transition = TRANSITIONS[event];
    return transition.by.includes(actor) && transition.from.includes(status);
  });
}
