import type { Confidence } from './confidence.ts';

/** The dates of a deadline that a derivation explains. */
export const DERIVED_DATES = [
  'clock',
  'ack',
  'due',
  'extended',
  'second_extended',
  'notice',
  'policy',
  'guidance',
  'target',
  'steer',
] as const;
export type DerivedDate = (typeof DERIVED_DATES)[number];

/**
 * One cited step towards a date. `step` is a key of `legal.json` (`derivation.add_calendar_month`), `params` fill
 * it: dates are ISO strings for the page to format, `count` selects the plural. `of` says which date it serves.
 */
export type DerivationStep = {
  step: string;
  of: DerivedDate;
  params: Record<string, string | number>;
  date?: string | undefined;
  citation?: string | undefined;
  confidence: Confidence;
};
