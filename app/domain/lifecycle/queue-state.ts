/**
 * Parts of the queue. `open` is all that is not closed; `identity` and `answer` are what waits for the subject;
 * `transfer` what did not arrive at another controller.
 */
export const QUEUE_STATES = [
  'open',
  'late',
  'identity',
  'answer',
  'in-progress',
  'in-review',
  'approval',
  'transfer',
  'closed',
  'all',
] as const;
export type QueueState = (typeof QUEUE_STATES)[number];
