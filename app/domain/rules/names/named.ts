import type { DataSubjectRight } from '../../rights/data-subject-right.ts';
import type { Confidence } from '../confidence.ts';
import type { LocalName } from '../local-name.ts';

/** The words of one law for its rights, by the version of its pack from which on they hold, oldest first. */
export type LawNames = readonly {
  /** The id of a version of the pack. */
  readonly from: string;
  readonly names: readonly LocalName[];
}[];

type Terms = Partial<Record<DataSubjectRight, readonly [term: string, citation: string]>>;

/** The words of a law in one of its languages, each with where it stands. */
export function named(lang: string, terms: Terms, confidence: Confidence = 'certain'): LocalName[] {
  return (Object.keys(terms) as DataSubjectRight[]).flatMap((right) => {
    const found = terms[right];
    return found ? [{ right, lang, term: found[0], citation: found[1], confidence }] : [];
  });
}
