import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type AnswerFacts,
  answerState,
  changeEffect,
  effectiveAt,
  isLate,
  lapsedIfSentBefore,
  objectBy,
  offeredAnswers,
} from '#app/domain/policy/answer-state.ts';
import { promiseFor } from '#app/domain/policy/change-promise.ts';

const at = (iso: string) => Temporal.Instant.from(iso);
const MATERIAL = { material: true, effectiveFrom: Temporal.PlainDate.from('2027-03-01') };
const facts = (country: string, more: Partial<AnswerFacts> = {}): AnswerFacts => ({
  change: MATERIAL,
  country,
  noticeSentAt: at('2027-01-10T09:00:00Z'),
  answer: null,
  ...more,
});
const given = (answer: 'accepted' | 'rejected' | 'objected', late = false) => ({ answer: { answer, late } });

describe('silence', () => {
  test('never becomes consent in the Philippines, however long it lasts', () => {
    expect(answerState(facts('PH'), at('2037-01-01T00:00:00Z'))).toBe('not_answered');
    expect(changeEffect(facts('PH'), at('2037-01-01T00:00:00Z'))).toBe('waits_for_consent');
  });

  test('lapses in Thailand with the first moment of the day of effect in Bangkok, not before', () => {
    expect(answerState(facts('TH'), at('2027-02-28T16:59:59.999Z'))).toBe('not_answered');
    expect(answerState(facts('TH'), at('2027-02-28T17:00:00Z'))).toBe('lapsed');
  });

  test('does not lapse in Thailand when the notice left too late to be a chance, and the change does not count', () => {
    const late = facts('TH', { noticeSentAt: at('2027-02-28T17:00:00Z') });
    expect(answerState(late, at('2027-06-01T00:00:00Z'))).toBe('not_answered');
    expect(changeEffect(late, at('2027-06-01T00:00:00Z'))).toBe('not_yet');
    expect(offeredAnswers(late, at('2027-06-01T00:00:00Z'))).toEqual(['accepted', 'rejected']);
  });

  test('lapses in Egypt when the seventh day after the notice has ended in Cairo', () => {
    // Sent at 23:30 on 10 January in Cairo (UTC+2): the last day is 17 January.
    const sent = facts('EG', { noticeSentAt: at('2027-01-10T21:30:00Z') });
    expect(answerState(sent, at('2027-01-17T21:59:59.999Z'))).toBe('not_answered');
    expect(answerState(sent, at('2027-01-17T22:00:00Z'))).toBe('lapsed');
  });

  test('does not lapse while no notice has left', () => {
    expect(answerState(facts('EG', { noticeSentAt: null }), at('2030-01-01T00:00:00Z'))).toBe('not_answered');
    expect(answerState(facts('TH', { noticeSentAt: null }), at('2030-01-01T00:00:00Z'))).toBe('not_answered');
  });

  test('is being told, where the policy asks for nothing', () => {
    expect(answerState(facts('DE'), at('2027-06-01T00:00:00Z'))).toBe('told');
  });
});

describe('an objection from Egypt', () => {
  const sent = facts('EG', { noticeSentAt: at('2027-01-10T22:30:00Z') });

  test('counts from the day of the notice in Cairo, which was the 11th there', () => {
    expect(objectBy(promiseFor('EG', MATERIAL), 'EG', at('2027-01-10T22:30:00Z'))?.toString()).toBe(
      '2027-01-18',
    );
  });

  test('is in time in the last moment of the last day, and late in the next', () => {
    expect(isLate(sent, 'objected', at('2027-01-18T21:59:59.999Z'))).toBe(false);
    expect(isLate(sent, 'objected', at('2027-01-18T22:00:00Z'))).toBe(true);
  });

  test('keeps seven calendar days over the night on which Cairo puts its clocks forward', () => {
    // Summer time began on 30 April 2027 at midnight: the last day, 1 May, ends at 21:00 UTC.
    const spring = facts('EG', { noticeSentAt: at('2027-04-24T10:00:00Z') });
    expect(isLate(spring, 'objected', at('2027-05-01T20:59:59Z'))).toBe(false);
    expect(isLate(spring, 'objected', at('2027-05-01T21:00:00Z'))).toBe(true);
  });

  test('is heard when it is late, under its own name, and an officer decides either way', () => {
    const now = at('2027-04-01T00:00:00Z');
    expect(offeredAnswers(sent, now)).toEqual(['objected']);
    expect(answerState({ ...sent, ...given('objected', true) }, now)).toBe('objected_late');
    expect(changeEffect({ ...sent, ...given('objected', true) }, now)).toBe('officer_decides');
  });

  test('can be made in its seven days even when the version counts already', () => {
    const short = facts('EG', { noticeSentAt: at('2027-02-27T10:00:00Z') });
    expect(offeredAnswers(short, at('2027-03-03T10:00:00Z'))).toEqual(['accepted', 'objected']);
  });
});

describe('an answer can be changed', () => {
  test('until the change counts: consent that was given is in force from the day of effect in Manila', () => {
    const accepted = facts('PH', given('accepted'));
    expect(offeredAnswers(accepted, at('2027-02-28T15:59:59Z'))).toEqual(['rejected']);
    expect(offeredAnswers(accepted, at('2027-02-28T16:00:00Z'))).toEqual([]);
    expect(changeEffect(accepted, at('2027-02-28T15:59:59Z'))).toBe('not_yet');
    expect(changeEffect(accepted, at('2027-02-28T16:00:00Z'))).toBe('counts');
  });

  test('and consent that was refused can be given at any time later', () => {
    const refused = facts('PH', given('rejected'));
    expect(offeredAnswers(refused, at('2029-01-01T00:00:00Z'))).toEqual(['accepted']);
    expect(changeEffect(refused, at('2029-01-01T00:00:00Z'))).toBe('does_not_count');
  });

  test('but nobody is asked for an answer where the policy only tells', () => {
    expect(offeredAnswers(facts('DE'), at('2027-01-11T00:00:00Z'))).toEqual([]);
  });
});

const country = fc.constantFrom('PH', 'TH', 'EG', 'DE', 'US', 'BR');
const instant = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const answer = fc.constantFrom('accepted', 'rejected', 'objected') as fc.Arbitrary<'accepted'>;

test('without an answer no state, at no time and nowhere, is consent', () => {
  fc.assert(
    fc.property(country, instant, fc.option(instant), fc.boolean(), (where, now, noticeSentAt, material) => {
      const state = answerState(facts(where, { noticeSentAt, change: { ...MATERIAL, material } }), now);
      expect(['told', 'not_answered', 'lapsed']).toContain(state);
    }),
  );
});

test('the instant for lists says the same of silence as the rule for one person', () => {
  fc.assert(
    fc.property(country, instant, instant, (where, now, noticeSentAt) => {
      const limit = lapsedIfSentBefore(MATERIAL, where, now);
      const bySent = limit !== null && noticeSentAt.epochMilliseconds < limit.epochMilliseconds;
      const { ask } = promiseFor(where, MATERIAL);
      const over =
        ask === 'objection'
          ? isLate(facts(where, { noticeSentAt }), 'objected', now)
          : ask === 'rejection' &&
            Temporal.Instant.compare(now, effectiveAt(MATERIAL, where)) >= 0 &&
            Temporal.Instant.compare(noticeSentAt, effectiveAt(MATERIAL, where)) < 0;
      expect(bySent).toBe(over);
    }),
  );
});

test('the answer that stands is never offered again, and time only closes answers', () => {
  fc.assert(
    fc.property(country, instant, instant, answer, fc.nat(1000), (where, sent, now, stands, hours) => {
      const known = facts(where, { noticeSentAt: sent, ...given(stands) });
      const offered = offeredAnswers(known, now);
      expect(offered).not.toContain(stands);
      const later = offeredAnswers(known, now.add({ hours }));
      for (const one of later) expect(offered).toContain(one);
    }),
  );
});
