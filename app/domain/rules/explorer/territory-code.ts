import { isJurisdiction, type Jurisdiction } from '../jurisdiction.ts';
import { COUNTRIES, regionsOf } from '../places.ts';
import { jurisdictionOf } from '../territory.ts';

/** A place that has a page of its own, and the jurisdiction whose law is shown there. */
export interface Territory {
  /** The last part of its address: a jurisdiction, ISO 3166-1 or ISO 3166-2 in lower case (`nl`, `us-ca`, `eea`). */
  readonly code: string;
  readonly jurisdiction: Jurisdiction;
  /** ISO 3166-1 alpha-2; null for the EEA and the rest of the world, which are no country. */
  readonly country: string | null;
  /** ISO 3166-2, where a region was named. */
  readonly region: string | null;
}

/** Reads the code of an address in either case; undefined when no place goes by it. */
export function territoryOf(code: string): Territory | undefined {
  const upper = code.toUpperCase();
  const lower = code.toLowerCase();
  if (COUNTRIES.includes(upper)) {
    return { code: lower, jurisdiction: jurisdictionOf({ country: upper }), country: upper, region: null };
  }
  const [country = ''] = upper.split('-');
  if (COUNTRIES.includes(country) && regionsOf(country).includes(upper)) {
    return { code: lower, jurisdiction: jurisdictionOf({ country, region: upper }), country, region: upper };
  }
  return isJurisdiction(upper)
    ? { code: lower, jurisdiction: upper, country: null, region: null }
    : undefined;
}

/** The parts of a country whose law is not that of the whole country: California, Quebec. */
export function partsWithOwnLaw({ country, region }: Territory): readonly Territory[] {
  if (!country || region) return [];
  return regionsOf(country)
    .map((part) => territoryOf(part) as Territory)
    .filter((part) => part.jurisdiction === part.region);
}

/** The page of a jurisdiction itself. */
export function territoryOfJurisdiction(jurisdiction: Jurisdiction): Territory {
  return territoryOf(jurisdiction) as Territory;
}
