import type { DataSubjectRight } from '../../rights/data-subject-right.ts';
import type { Confidence } from '../confidence.ts';
import type { GroundRule, RefusalGround } from '../refusal-ground.ts';

/** The grounds of one law, by the version of its pack from which on they apply, oldest first. */
export type LawRefusals = readonly {
  /** The id of a version of the pack. */
  readonly from: string;
  readonly grounds: readonly GroundRule[];
}[];

/** A ground of a law, in one line. */
export function refuse(
  ground: RefusalGround,
  rights: 'all' | readonly DataSubjectRight[],
  citation: string,
  confidence: Confidence,
): GroundRule {
  return { ground, rights: rights === 'all' ? rights : [...rights], citation, confidence };
}
