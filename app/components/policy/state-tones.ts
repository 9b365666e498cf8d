import type { AnswerState } from '#app/domain/policy/policy-answer.ts';
import type { TagTone } from '../ui/tag.tsx';

/** Silence has no colour of consent. */
export const STATE_TONES: Readonly<Record<AnswerState, TagTone>> = {
  told: 'neutral',
  not_answered: 'neutral',
  accepted: 'success',
  rejected: 'danger',
  objected: 'warning',
  objected_late: 'warning',
  lapsed: 'info',
};
