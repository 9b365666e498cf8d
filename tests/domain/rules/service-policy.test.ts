import { describe, expect, test } from 'vitest';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import { dayOf, isoOf } from '#app/domain/rules/day-number.ts';
import { answerLine } from '#app/domain/rules/deadline-line.ts';
import { CALENDARS, RULE_PACKS, replayDerivation, rightsUnder } from '#app/domain/rules/index.ts';
import type { PolicyReliedOn } from '#app/domain/rules/service-policy.ts';
import { deadlineOn } from './support.ts';
import published from './vectors.json' with { type: 'json' };

const DAY = '2026-03-02';
const daysLater = (days: number) => isoOf(dayOf(DAY) + days);
const under = (jurisdiction: Parameters<typeof deadlineOn>[0], right: string, policy?: PolicyReliedOn) =>
  deadlineOn(jurisdiction, right, DAY, policy ? { policy } : {});

describe('the promise of a policy beside the law', () => {
  test('the general policy promises sixty days where the law of residence governs, and the law stays as it is', () => {
    const plain = under('EEA', 'access');
    const general = under('EEA', 'access', 'general');
    expect(plain.policyDue).toBeNull();
    expect(general).toMatchObject({ policyDue: daysLater(60), due: plain.due, steerBy: plain.steerBy });
  });

  test('its promise stands under its own name in the derivation, and every step replays', () => {
    const { derivation, ...general } = under('EEA', 'access', 'general');
    const step = derivation.find(({ of }) => of === 'policy');
    expect(step).toMatchObject({
      step: 'derivation.promise_calendar_day',
      params: { count: 60, from: DAY, to: daysLater(60) },
      citation: expect.stringContaining('General privacy policy'),
    });
    expect(replayDerivation({ ...general, derivation }, CALENDARS)).toEqual([]);
  });

  test('it steers the work where the law gives no number', () => {
    expect(under('MO', 'access')).toMatchObject({ due: null, policyDue: null, steerBy: null });
    expect(under('MO', 'access', 'general')).toMatchObject({
      due: null,
      policyDue: daysLater(60),
      steerBy: daysLater(60),
    });
  });

  test('the ten days for erasure belong to the policy of the service, and are not those of the general one', () => {
    expect(under('EEA', 'erasure').policyDue).toBe(daysLater(10));
    expect(under('EEA', 'erasure', 'own').policyDue).toBe(daysLater(10));
    expect(under('EEA', 'erasure', 'general').policyDue).toBe(daysLater(60));
  });

  test('of two promises that may both hold the earlier counts', () => {
    expect(under('EEA', 'erasure', 'either').policyDue).toBe(daysLater(10));
    expect(under('EEA', 'access', 'either').policyDue).toBe(daysLater(60));
    expect(replayDerivation(under('EEA', 'erasure', 'either'), CALENDARS)).toEqual([]);
  });

  test('the general policy speaks of copies, corrections and erasure only', () => {
    for (const right of ['portability', 'objection', 'restriction', 'withdraw_consent'])
      expect(under('EEA', right, 'general').policyDue, right).toBeNull();
    expect(under('EEA', 'correction', 'general').policyDue).toBe(daysLater(60));
  });

  test('where only the policy speaks no choice of service takes the sixty days away', () => {
    const policies = [undefined, 'own', 'general', 'either'] as const;
    for (const policy of policies)
      expect(under('ROW', 'access', policy), policy).toMatchObject({ due: null, policyDue: daysLater(60) });
  });
});

test('under every law, for every right, a policy moves the promise and what it steers, and nothing else', () => {
  for (const { jurisdiction } of RULE_PACKS) {
    for (const { right } of rightsUnder(regimeOf(jurisdiction, DAY))) {
      const bare = ({ policyDue: _, steerBy: __, derivation: ___, ...law }: ReturnType<typeof deadlineOn>) =>
        law;
      const plain = deadlineOn(jurisdiction, right, DAY);
      expect(deadlineOn(jurisdiction, right, DAY, { policy: 'own' })).toEqual(plain);
      for (const policy of ['general', 'either'] as const)
        expect(bare(deadlineOn(jurisdiction, right, DAY, { policy })), `${jurisdiction} ${right}`).toEqual(
          bare(plain),
        );
    }
  }
});

test('a line of `habeas deadline` knows no services: naming a policy changes nothing', () => {
  for (const vector of published.vectors) {
    const plain = answerLine(JSON.stringify(vector), CALENDARS);
    expect(answerLine(JSON.stringify({ ...vector, policy: 'general', service: 'forum' }), CALENDARS)).toEqual(
      plain,
    );
  }
});
