/** The jurisdictions that the legal research describes; everything else is served by policy (`ROW`). */
export const JURISDICTIONS = [
  'EEA',
  'CH',
  'GB',
  'FR',
  'KR',
  'US-CA',
  'BR',
  'CA',
  'CA-QC',
  'EG',
  'IN',
  'ID',
  'JP',
  'MY',
  'PH',
  'SA',
  'SG',
  'TH',
  'TR',
  'AE',
  'VN',
  'MO',
  'HK',
  'CN',
  'US-VA',
  'US-CO',
  'US-CT',
  'US-TX',
  'ROW',
] as const;

export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** Whether a word names a jurisdiction that the research describes. */
export function isJurisdiction(word: string): word is Jurisdiction {
  return (JURISDICTIONS as readonly string[]).includes(word);
}
