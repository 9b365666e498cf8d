import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type DescribedRegime, versionOf } from './applicable-regime.ts';
import type { Assurance, Duties, Regulator } from './pack-duties.ts';

/** The duties around a request: regulator, contact, fees, agents, ages, language, refusal, records, look-back. */
export function dutiesUnder(regime: DescribedRegime): Duties {
  return versionOf(regime).duties;
}

/** Assurance of identity that a right needs before it is acted on (e.g. California access: `reasonably_high`). */
export function assuranceFor(regime: DescribedRegime, right: DataSubjectRight): Assurance {
  const { identity } = dutiesUnder(regime);
  return identity.byRight[right] ?? identity.standard;
}

/** The authority that every refusal and every receipt names. */
export function regulatorOf(regime: DescribedRegime): Regulator {
  return dutiesUnder(regime).regulator;
}

/** Warnings to show before a right is used, as keys below `notes.`; they never stand in the way. */
export function consequencesOf(regime: DescribedRegime, right: DataSubjectRight): string[] {
  return dutiesUnder(regime)
    .consequences.filter((warning) => warning.right === right)
    .map((warning) => warning.note);
}
