/** What somebody can answer to a change of the policy. */
export const POLICY_ANSWERS = ['accepted', 'rejected', 'objected'] as const;
export type PolicyAnswer = (typeof POLICY_ANSWERS)[number];

/** How an answer reached us: on our page, or by a message that an officer put on record. */
export const MESSAGE_CHANNELS = ['email', 'letter', 'telephone'] as const;
export const ANSWER_CHANNELS = ['page', ...MESSAGE_CHANNELS] as const;
export type AnswerChannel = (typeof ANSWER_CHANNELS)[number];

/**
 * How somebody stands to a version of the policy. `told` where the policy asks for no answer; `lapsed` when a chance to
 * reject or object passed in silence. None of the two is consent, and neither is `not_answered`.
 */
export const ANSWER_STATES = [
  'told',
  'not_answered',
  'accepted',
  'rejected',
  'objected',
  'objected_late',
  'lapsed',
] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** What an officer did about a rejection or an objection. */
export const ANSWER_MEASURES = [
  'answered_by_mail',
  'kept_under_former_policy',
  'processing_ended',
  'request_opened',
  'nothing_to_do',
] as const;
export type AnswerMeasure = (typeof ANSWER_MEASURES)[number];

/** Rejections and objections on one page of the desk. */
export const DISSENT_PER_PAGE = 50;
