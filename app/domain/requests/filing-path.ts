import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { needsRegion } from '../rules/places.ts';
import type { FilingAnswers } from './filing-answers.ts';

export const FILING_STEPS = [
  'residence',
  'region',
  'rights',
  'relation',
  'for-whom',
  'on-behalf',
  'choose',
  'details',
  'contact',
  'check',
] as const;
/** A page of the form; `details` stands for one page per chosen right. */
export type FilingStep = (typeof FILING_STEPS)[number];

interface Page {
  readonly step: FilingStep;
  readonly path: string;
  readonly answered: boolean;
}

/** The pages that these answers lead through, in order: some are asked of some visitors only. */
export function filingPages(answers: FilingAnswers): Page[] {
  const { residence, filedFor, rights = [], details = {} } = answers;
  const page = (step: FilingStep, answered: boolean, path = `/request/${step}`): Page => ({
    step,
    path,
    answered,
  });
  return [
    page('residence', residence !== undefined),
    ...(residence && needsRegion(residence.country) ? [page('region', residence.region !== null)] : []),
    page('rights', residence !== undefined),
    page('relation', answers.relation === 'own'),
    page('for-whom', filedFor !== undefined),
    ...(filedFor && filedFor !== 'self' ? [page('on-behalf', answers.onBehalf !== undefined)] : []),
    page('choose', rights.length > 0),
    ...rights.map((right) => page('details', details[right] !== undefined, detailsPath(right))),
    page('contact', answers.contact !== undefined),
    page('check', false),
  ];
}

/** The address of a right's own page. */
export function detailsPath(right: DataSubjectRight): string {
  return `/request/details/${right}`;
}

/** The first page before `path` that was not answered; null when the reader may be at `path`. */
export function missingBefore(answers: FilingAnswers, path: string): string | null {
  const pages = filingPages(answers);
  const here = pages.findIndex((page) => page.path === path);
  const before = here === -1 ? pages : pages.slice(0, here);
  return before.find(({ answered }) => !answered)?.path ?? (here === -1 ? '/request/check' : null);
}

/** Where a reader goes from `path` once it is answered: to what is still open, or to the check when all is answered. */
export function pageAfter(answers: FilingAnswers, path: string): string {
  const pages = filingPages(answers);
  const open = pages.find(({ answered }) => !answered)?.path ?? '/request/check';
  // The rights page asks nothing, so it is never open; another residence means other rights to read.
  if (path === '/request/residence' || path === '/request/region')
    return open === '/request/region' ? open : '/request/rights';
  return open;
}

/** The page before `path`; the start page before the first. */
export function pageBefore(answers: FilingAnswers, path: string): string {
  const pages = filingPages(answers);
  const here = pages.findIndex((page) => page.path === path);
  return here > 0 ? (pages[here - 1]?.path ?? '/') : '/';
}
