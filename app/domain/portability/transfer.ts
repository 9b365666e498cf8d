/**
 * Where the sending of a portability package to another controller stands. `wished` is what the subject asked for;
 * `accepted`, `infeasible` and `withdrawn` are final.
 */
export const TRANSFER_STATES = [
  'wished',
  'withdrawn',
  'infeasible',
  'released',
  'accepted',
  'refused',
  'unreachable',
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** Nothing is under way and nothing has arrived. */
const AT_REST: readonly TransferState[] = ['wished', 'refused', 'unreachable'];

/**
 * The one table by which a transfer moves: the subject withdraws, an officer releases (again) or rules it out, the
 * worker reports what the receiver answered.
 */
const MOVES = {
  withdraw: { from: AT_REST, to: 'withdrawn' },
  release: { from: AT_REST, to: 'released' },
  rule_out: { from: AT_REST, to: 'infeasible' },
  accept: { from: ['released'], to: 'accepted' },
  refuse: { from: ['released'], to: 'refused' },
  give_up: { from: ['released'], to: 'unreachable' },
} as const satisfies Record<string, { from: readonly TransferState[]; to: TransferState }>;
export type TransferMove = keyof typeof MOVES;

/** The state after a move; null where the table does not allow it. */
export function transferAfter(state: TransferState, move: TransferMove): TransferState | null {
  const { from, to } = MOVES[move];
  return (from as readonly TransferState[]).includes(state) ? to : null;
}

/** Whether the subject has their answer: it arrived, or it is said why not, or they no longer want it. */
export function isSettled(state: TransferState): boolean {
  return state === 'accepted' || state === 'infeasible' || state === 'withdrawn';
}

/** Whether it came to rest short of the receiver, so that an officer has to look at it. */
export function needsOfficer(state: TransferState): boolean {
  return state === 'refused' || state === 'unreachable';
}
