/**
 * The official languages of the member states of the EEA, as far as the Regulation was read in them; other laws are
 * shown in every language that they have.
 */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  AT: ['de'],
  AX: ['sv'],
  BE: ['nl', 'fr', 'de'],
  BG: ['bg'],
  CY: ['el'],
  CZ: ['cs'],
  DE: ['de'],
  DK: ['da'],
  ES: ['es'],
  FI: ['fi', 'sv'],
  FR: ['fr'],
  GF: ['fr'],
  GP: ['fr'],
  GR: ['el'],
  HR: ['hr'],
  HU: ['hu'],
  IE: ['en'],
  IT: ['it'],
  LI: ['de'],
  LU: ['fr', 'de'],
  MF: ['fr'],
  MQ: ['fr'],
  MT: ['en'],
  NL: ['nl'],
  PL: ['pl'],
  PT: ['pt'],
  RE: ['fr'],
  RO: ['ro'],
  SE: ['sv'],
  SI: ['sl'],
  SK: ['sk'],
  YT: ['fr'],
};

/** The languages in which people of a country read the Regulation; empty where none of them was read. */
export function languagesOf(country: string): readonly string[] {
  return LANGUAGES[country] ?? [];
}
