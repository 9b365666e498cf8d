/** Notes on helpers that concern some of those who ask for another person; all others concern each of them. */
const ONLY_FOR: Readonly<Record<string, 'child' | 'represented' | 'deceased'>> = {
  // A statutory guardian acts by law: PIPA Art. 38(2), and not by a power of attorney as in Art. 38(1).
  power_of_attorney_form_of_authority: 'represented',
  not_for_probate_power_of_attorney: 'represented',
  no_opt_out_agent: 'represented',
  article_80_bodies: 'represented',
  executor_else_heirs: 'deceased',
  heirs_and_assigns: 'deceased',
};

/** What a law's notes on helpers tell somebody who asks for a child, for whom they represent, or for somebody dead. */
export function helperNotes(notes: readonly string[], filedFor: string): readonly string[] {
  return notes.filter((note) => (ONLY_FOR[note] ?? filedFor) === filedFor);
}
