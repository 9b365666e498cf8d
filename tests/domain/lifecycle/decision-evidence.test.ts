import { describe, expect, it } from 'vitest';
import { applyEvent } from '#app/domain/lifecycle/apply-event.ts';
import { type DecisionFacts, decisionEvidence } from '#app/domain/lifecycle/decision-evidence.ts';
import { TRANSFER_STATES } from '#app/domain/portability/transfer.ts';

const complete: DecisionFacts = {
  right: 'access',
  executionRecords: 1,
  assurance: 'email',
  assuranceNeeded: 'email',
  collectionReviewed: true,
  approved: false,
  transfer: null,
};
const fulfil = (facts: Partial<DecisionFacts>) =>
  applyEvent('in-progress', 'fulfilled', 'officer', decisionEvidence({ ...complete, ...facts }));
const missing = (facts: Partial<DecisionFacts>) => {
  const outcome = fulfil(facts);
  return outcome.ok ? [] : outcome.refusal.expected;
};

describe('what a decision rests on', () => {
  it('fulfils access with an execution record, sufficient identity and a finished review', () => {
    expect(missing({})).toEqual([]);
  });

  it('refuses to fulfil without an execution record', () => {
    expect(missing({ executionRecords: 0 })).toEqual(['execution_record']);
  });

  it('fulfils only once the wish to have data sent elsewhere is answered: arrived, ruled out or withdrawn', () => {
    const open = TRANSFER_STATES.filter((transfer) => missing({ transfer }).length > 0);
    expect(open).toEqual(['wished', 'released', 'refused', 'unreachable']);
    expect(missing({ transfer: 'wished' })).toEqual(['transfer_settled']);
  });

  it('refuses to fulfil below the assurance that the law asks for', () => {
    expect(missing({ assuranceNeeded: 'reasonably_high' })).toEqual(['identity_sufficient']);
    expect(missing({ assuranceNeeded: 'reasonably_high', assurance: 'reasonably_high' })).toEqual([]);
  });

  it('waits for the review of the rows only where rows leave the house', () => {
    expect(missing({ collectionReviewed: false })).toEqual(['review_complete']);
    expect(missing({ collectionReviewed: false, right: 'objection' })).toEqual([]);
  });

  it('lets erasure be fulfilled only when a second person approved it', () => {
    expect(missing({ right: 'erasure' })).toEqual(['second_person']);
    expect(missing({ right: 'erasure', approved: true })).toEqual([]);
  });

  it('does not take blanks for a ground, reasons, regulator or remedy', () => {
    const blank = decisionEvidence({ ...complete, ground: ' ', reasons: '\n', regulator: '', remedy: null });
    const outcome = applyEvent('in-progress', 'refused', 'officer', blank);
    expect(outcome).toMatchObject({ refusal: { expected: ['ground', 'reasons', 'regulator', 'remedy'] } });
  });
});
