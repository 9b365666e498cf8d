import type { AssuranceLevel } from '#app/domain/identity/assurance.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { type ApplicableRegime, rightUnder } from '#app/domain/rules/applicable-regime.ts';
import type { Confidence } from '#app/domain/rules/confidence.ts';
import { assuranceFor, regulatorOf } from '#app/domain/rules/duties-under.ts';
import { languageOf, translator } from '#app/i18n/server.ts';

/** Assurance where no law is described: the mailbox at least. */
const WITHOUT_LAW: AssuranceLevel = 'email';

/** The assurance of identity that a right needs under a regime. */
export function assuranceNeeded(regime: ApplicableRegime, right: DataSubjectRight): AssuranceLevel {
  return regime.kind === 'not_described' ? WITHOUT_LAW : assuranceFor(regime, right);
}

export interface ToldRegulator {
  readonly name: string;
  readonly url?: string;
  readonly phone?: string;
}

/**
 * The authority that a refusal names, as the pack has it; null where no law is described. Where our policy alone
 * applies no authority is known by name: it is told in the subject's language which one is meant.
 */
export function regulatorToTell(regime: ApplicableRegime, locale: string): ToldRegulator | null {
  if (regime.kind === 'not_described') return null;
  const { name, url, complaintUrl, phone } = regulatorOf(regime);
  const told =
    regime.kind === 'policy' ? translator(languageOf(locale).tag)('legal:authorityOfResidence') : name;
  return { name: told, url: complaintUrl ?? url, ...(phone ? { phone } : {}) };
}

/** What a question to the subject does to the clock of a right. */
export interface PauseRule {
  /** `tolerated`: guidance accepts a pause that the text of the law does not know; no date moves. */
  readonly effect: 'pauses' | 'tolerated' | 'runs_on';
  readonly citation: string | null;
  readonly confidence: Confidence;
}

/** What the law says about the clock while the subject owes an answer. */
export function pauseOnQuestion(regime: ApplicableRegime, right: DataSubjectRight): PauseRule {
  const rule = rightUnder(regime, right)?.clock.suspensions?.find(
    ({ ground, rights }) => ground === 'clarification' && (rights === 'all' || rights.includes(right)),
  );
  if (!rule) return { effect: 'runs_on', citation: null, confidence: 'certain' };
  const { citation, confidence } = rule;
  return { effect: rule.effect === 'tolerated' ? 'tolerated' : 'pauses', citation, confidence };
}
