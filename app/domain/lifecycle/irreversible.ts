import type { DataSubjectRight } from '../rights/data-subject-right.ts';

/** Rights whose fulfilment cannot be undone: a second person approves before anybody carries them out. */
const IRREVERSIBLE: readonly DataSubjectRight[] = ['erasure'];

export function needsSecondPerson(right: DataSubjectRight): boolean {
  return IRREVERSIBLE.includes(right);
}

/** Rights that are answered with a package of the data found; all others by a task with an execution record. */
const PACKAGED: readonly DataSubjectRight[] = ['access', 'portability'];

export function isPackaged(right: DataSubjectRight): boolean {
  return PACKAGED.includes(right);
}
