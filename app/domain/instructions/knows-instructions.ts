import { type ApplicableRegime, rightUnder } from '../rules/applicable-regime.ts';

/** The note by which a rule pack says that a law knows a registry of instructions. */
const REGISTRY_NOTE = 'general_or_specific_directives';

/** Whether the law that governs a residence lets people register instructions with a controller. */
export function knowsInstructions(regime: ApplicableRegime): boolean {
  const rule = rightUnder(regime, 'post_mortem');
  return rule?.standing === 'statutory' && rule.notes.includes(REGISTRY_NOTE);
}
