import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type DescribedRegime, layerOf, rightUnder, versionOf } from './applicable-regime.ts';
import type { LocalName } from './local-name.ts';
import { languagesOf } from './names/languages.ts';

/** A law that is written in more languages than any of its places speaks. */
const IN_MANY_LANGUAGES = 'eea-gdpr';

/**
 * What the law itself calls a right, in the official languages of the place; empty where it has no word of its own, or
 * none that was read.
 * @param country ISO 3166-1, or null for the EEA as a whole, which has no language
 */
export function localNames(
  regime: DescribedRegime,
  right: DataSubjectRight,
  country: string | null,
): readonly LocalName[] {
  const pack = rightUnder(regime, right)?.pack;
  const layer = pack && layerOf(regime, pack);
  if (!layer) return [];
  const names = versionOf(layer).localNames.filter((name) => name.right === right);
  if (pack !== IN_MANY_LANGUAGES) return names;
  const languages = country ? languagesOf(country) : [];
  return languages.flatMap((lang) => names.filter((name) => name.lang === lang));
}
