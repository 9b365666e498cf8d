import type { ItemStatus } from './item-status.ts';

/** Who may cause an event. The permission table of routes and services is tested against this. */
export type EventActor = 'subject' | 'officer' | 'system';

/** What must be on record before an event may be applied; checked by `applyEvent`. */
export type Requirement =
  | 'execution_record'
  | 'ground'
  | 'reasons'
  | 'regulator'
  | 'remedy'
  | 'identity_sufficient'
  | 'review_complete'
  /** Somebody else approved what cannot be undone; met of itself where it can be. */
  | 'second_person'
  /** The wish to have data sent to another controller has its answer; met of itself where nobody has it. */
  | 'transfer_settled'
  | 'extension_lawful';

/** A consequence of an event, as data: the service turns it into jobs and mails of the same transaction. */
export type Effect =
  | { kind: 'mail'; mail: 'code' | 'clarification' | 'extension' | 'decision' | 'status' }
  | {
      kind: 'clock';
      event:
        | 'identity_requested'
        | 'identity_verified'
        | 'clarification_requested'
        | 'clarification_received';
    }
  | { kind: 'recompute_deadline' }
  | { kind: 'purge_evidence' };

export interface Transition {
  readonly from: readonly ItemStatus[];
  /** `same` leaves the status as it is: the event is a fact on the clock (an extension, a corrected residence). */
  readonly to: ItemStatus | 'same';
  readonly by: readonly EventActor[];
  readonly needs: readonly Requirement[];
  readonly effects: readonly Effect[];
}

const OPEN: readonly ItemStatus[] = [
  'received',
  'awaiting-identity',
  'in-progress',
  'awaiting-clarification',
  'in-review',
];
const DECIDABLE: readonly ItemStatus[] = ['in-progress', 'in-review'];
const DECISION_EFFECTS: readonly Effect[] = [{ kind: 'mail', mail: 'decision' }, { kind: 'purge_evidence' }];

/**
 * The one table by which an item moves. Services apply it through `applyEvent`; pages draw their buttons from it
 * through `availableEvents`, so a page cannot offer what the engine refuses.
 */
export const TRANSITIONS = {
  identity_requested: {
    from: ['received'],
    to: 'awaiting-identity',
    by: ['system', 'officer'],
    needs: [],
    effects: [
      { kind: 'mail', mail: 'code' },
      { kind: 'clock', event: 'identity_requested' },
    ],
  },
  identity_verified: {
    from: ['received', 'awaiting-identity'],
    to: 'in-progress',
    by: ['subject', 'officer'],
    needs: [],
    effects: [{ kind: 'clock', event: 'identity_verified' }, { kind: 'recompute_deadline' }],
  },
  /** Opt-outs act at once: the law bars asking for identity first (11 CCR 7026(d), GDPR Art. 21(3)). */
  started_without_identity: {
    from: ['received'],
    to: 'in-progress',
    by: ['system'],
    needs: [],
    effects: [],
  },
  /** A proof fell: it is asked for again, which the clock hears as it did the first time. */
  identity_revoked: {
    from: ['in-progress', 'awaiting-clarification', 'in-review'],
    to: 'awaiting-identity',
    by: ['officer', 'system'],
    needs: [],
    effects: [
      { kind: 'mail', mail: 'code' },
      { kind: 'clock', event: 'identity_requested' },
      { kind: 'recompute_deadline' },
    ],
  },
  clarification_requested: {
    from: ['in-progress'],
    to: 'awaiting-clarification',
    by: ['officer'],
    needs: [],
    effects: [
      { kind: 'mail', mail: 'clarification' },
      { kind: 'clock', event: 'clarification_requested' },
      { kind: 'recompute_deadline' },
    ],
  },
  clarification_received: {
    from: ['awaiting-clarification'],
    to: 'in-progress',
    by: ['subject', 'officer'],
    needs: [],
    effects: [{ kind: 'clock', event: 'clarification_received' }, { kind: 'recompute_deadline' }],
  },
  review_started: {
    from: ['in-progress'],
    to: 'in-review',
    by: ['officer', 'system'],
    needs: [],
    effects: [],
  },
  returned_to_work: { from: ['in-review'], to: 'in-progress', by: ['officer'], needs: [], effects: [] },
  extended: {
    from: ['awaiting-identity', 'in-progress', 'awaiting-clarification', 'in-review'],
    to: 'same',
    by: ['officer'],
    needs: ['extension_lawful', 'reasons'],
    effects: [{ kind: 'mail', mail: 'extension' }, { kind: 'recompute_deadline' }],
  },
  residence_corrected: {
    from: OPEN,
    to: 'same',
    by: ['officer'],
    needs: ['reasons'],
    effects: [{ kind: 'recompute_deadline' }],
  },
  fulfilled: {
    from: DECIDABLE,
    to: 'fulfilled',
    by: ['officer'],
    needs: [
      'execution_record',
      'identity_sufficient',
      'review_complete',
      'second_person',
      'transfer_settled',
    ],
    effects: DECISION_EFFECTS,
  },
  partly_fulfilled: {
    from: DECIDABLE,
    to: 'partly-fulfilled',
    by: ['officer'],
    needs: [
      'execution_record',
      'identity_sufficient',
      'review_complete',
      'second_person',
      'transfer_settled',
      'ground',
      'reasons',
      'regulator',
      'remedy',
    ],
    effects: DECISION_EFFECTS,
  },
  refused: {
    from: ['awaiting-identity', 'in-progress', 'awaiting-clarification', 'in-review'],
    to: 'refused',
    by: ['officer'],
    needs: ['ground', 'reasons', 'regulator', 'remedy'],
    effects: DECISION_EFFECTS,
  },
  withdrawn: {
    from: OPEN,
    to: 'withdrawn',
    // A share of the cost that is not confirmed in time counts as a withdrawal (DSV Art. 19(3)).
    by: ['subject', 'system'],
    needs: [],
    effects: [{ kind: 'mail', mail: 'status' }, { kind: 'purge_evidence' }],
  },
  expired: {
    from: ['received', 'awaiting-identity'],
    to: 'expired',
    by: ['system'],
    needs: [],
    effects: [{ kind: 'mail', mail: 'status' }, { kind: 'purge_evidence' }],
  },
} as const satisfies Record<string, Transition>;

export type LifecycleEvent = keyof typeof TRANSITIONS;
export const LIFECYCLE_EVENTS = Object.keys(TRANSITIONS) as LifecycleEvent[];
