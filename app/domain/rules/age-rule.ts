/** The note of a law that leaves part of those below its age to decide for themselves (Cal. Civ. Code § 1798.120(c)). */
const SOME_DECIDE = 'parent_under_13';

/** Whether a guardian acts for everybody below the age that a law names, or the law's notes tell who does. */
export function ageRule(notes: readonly string[]): 'statutory' | 'ownRules' {
  return notes.includes(SOME_DECIDE) ? 'ownRules' : 'statutory';
}
