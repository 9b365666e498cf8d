import { type AssuranceLevel, suffices } from '../identity/assurance.ts';
import { isSettled, type TransferState } from '../portability/transfer.ts';
import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { isPackaged, needsSecondPerson } from './irreversible.ts';
import type { Requirement } from './transitions.ts';

/** What is on record for an item when it is decided. */
export interface DecisionFacts {
  readonly right: DataSubjectRight;
  readonly executionRecords: number;
  readonly assurance: AssuranceLevel;
  readonly assuranceNeeded: AssuranceLevel;
  /** Whether an officer reviewed what the last collection found; false also when nothing was collected. */
  readonly collectionReviewed: boolean;
  /** Whether a second person approved what cannot be undone. */
  readonly approved: boolean;
  /** Where the wish to have data sent to another controller stands; null where nobody has it. */
  readonly transfer: TransferState | null;
  readonly ground?: string | null;
  readonly reasons?: string | null;
  readonly regulator?: string | null;
  readonly remedy?: string | null;
}

/** Turns what is on record into the requirements that it meets, for `applyEvent`. */
export function decisionEvidence(facts: DecisionFacts): ReadonlySet<Requirement> {
  const met = new Set<Requirement>();
  if (facts.executionRecords > 0) met.add('execution_record');
  if (suffices(facts.assurance, facts.assuranceNeeded)) met.add('identity_sufficient');
  // Only what leaves in a package shows rows to somebody: only that waits for a review of the rows.
  if (facts.collectionReviewed || !isPackaged(facts.right)) met.add('review_complete');
  if (facts.approved || !needsSecondPerson(facts.right)) met.add('second_person');
  if (facts.transfer === null || isSettled(facts.transfer)) met.add('transfer_settled');
  for (const part of ['ground', 'reasons', 'regulator', 'remedy'] as const)
    if (facts[part]?.trim()) met.add(part);
  return met;
}
