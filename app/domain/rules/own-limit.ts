import type { RightRule } from './right-rule.ts';

/** The note of a right whose time runs against the data subject, who goes to the authority with it and not to us. */
const OWN_LIMIT = 'subject_limit_to_go_to_board';

/** Whether a right's time is that in which the data subject has to act, so that nobody owes an answer by its end. */
export function isOwnLimit({ notes = [] }: { readonly notes?: RightRule['notes'] }): boolean {
  return notes.includes(OWN_LIMIT);
}
