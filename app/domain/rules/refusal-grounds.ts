import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type ApplicableRegime, layerOf, rightUnder, versionOf } from './applicable-regime.ts';
import type { Confidence } from './confidence.ts';
import { REFUSAL_GROUNDS, type RefusalGround } from './refusal-ground.ts';

/** A ground in one law. `citation` is null where no law is described: the reasons must then name it. */
export interface CitedGround {
  readonly ground: RefusalGround;
  readonly citation: string | null;
  readonly confidence: Confidence;
}

/**
 * The grounds on which a right may be refused under a regime, with their citations. Empty where the law has none, as
 * for a consent that is taken back. Where no law is described every ground is offered without a citation, since none
 * is invented.
 */
export function refusalGrounds(regime: ApplicableRegime, right: DataSubjectRight): readonly CitedGround[] {
  if (regime.kind === 'not_described')
    return REFUSAL_GROUNDS.map((ground) => ({ ground, citation: null, confidence: 'unsure' }));
  const rule = rightUnder(regime, right);
  if (!rule) {
    const { citation, confidence } = versionOf(regime).law;
    return [{ ground: 'not_a_right_here', citation, confidence }];
  }
  const { standing, citation, confidence } = rule;
  // The pack that the right comes from: France's own for data after death, the EEA's for access.
  const written = versionOf(layerOf(regime, rule.pack) ?? regime)
    .refusalGrounds.filter(({ rights }) => rights === 'all' || rights.includes(right))
    .map((ground) => ({
      ground: ground.ground,
      citation: ground.citation,
      confidence: ground.confidence,
    }));
  if (standing === 'statutory') return written;
  const none: CitedGround = { ground: 'not_a_right_here', citation, confidence };
  return standing === 'not_available' || standing === 'not_in_force' ? [none] : [...written, none];
}
