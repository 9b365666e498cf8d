import { isJurisdiction, type Jurisdiction } from './jurisdiction.ts';

/** Where a data subject ordinarily lives: ISO 3166-1 alpha-2, and ISO 3166-2 where the law needs it. */
export type Residence = { country: string; region?: string | undefined };

/** Members of the European Economic Area, by ISO 3166-1 alpha-2; Åland is part of Finland's territory. */
export const EEA_MEMBERS = [
  'AT',
  'BE',
  'BG',
  'HR',
  'CY',
  'CZ',
  'DK',
  'EE',
  'FI',
  'FR',
  'DE',
  'GR',
  'HU',
  'IS',
  'IE',
  'IT',
  'LV',
  'LI',
  'LT',
  'LU',
  'MT',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SK',
  'SI',
  'ES',
  'SE',
  'AX',
] as const;

/** French departments and collectivities that have their own country code and belong to the Union (TFEU 349, 355(1)). */
const FRENCH_OUTERMOST = ['GF', 'GP', 'MQ', 'RE', 'YT', 'MF'];

/** Countries whose region decides between two laws or between a law and the policy. */
export const COUNTRIES_WITH_REGIONS = ['US', 'CA', 'GB', 'CN'] as const;

/**
 * The jurisdiction of an ordinary residence. A US state or a country that the research does not describe is
 * served by policy: `ROW`. Regions of China that have their own law are read from either code.
 */
export function jurisdictionOf(residence: Residence): Jurisdiction {
  const country = residence.country.toUpperCase();
  const region = residence.region?.toUpperCase();
  if (country === 'FR' || FRENCH_OUTERMOST.includes(country)) return 'FR';
  if ((EEA_MEMBERS as readonly string[]).includes(country)) return 'EEA';
  if (country === 'US') return region?.startsWith('US-') && isJurisdiction(region) ? region : 'ROW';
  if (country === 'CA') return region === 'CA-QC' ? 'CA-QC' : 'CA';
  if (country === 'CN') {
    if (region === 'CN-HK') return 'HK';
    if (region === 'CN-MO') return 'MO';
    return region === 'CN-TW' ? 'ROW' : 'CN';
  }
  return country.length === 2 && isJurisdiction(country) ? country : 'ROW';
}
