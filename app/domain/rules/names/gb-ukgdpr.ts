import { headings } from './eea-gdpr.ts';
import type { LawNames } from './named.ts';

const kept = headings('en', 'UK GDPR');

/** United Kingdom: the English headings of the Regulation; the one of Article 22 went with it. */
export const gbUkgdpr: LawNames = [
  { from: '2021-01-01', names: kept },
  { from: '2026-02-05', names: kept.filter(({ right }) => right !== 'adm') },
];
