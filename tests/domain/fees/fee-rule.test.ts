import { describe, expect, test } from 'vitest';
import { type FeeGround, feeRefusal, feeRule } from '#app/domain/fees/fee-rule.ts';
import { regimeOf } from '#app/domain/rules/applicable-regime.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';

const DAY = '2026-11-02';
const rule = (jurisdiction: Jurisdiction, right: Parameters<typeof feeRule>[1]) =>
  feeRule(regimeOf(jurisdiction, DAY), right);
const grounds = (...given: Parameters<typeof rule>) => rule(...given).options.map(({ ground }) => ground);
const refusal = (ground: FeeGround, amountMinor: number, currency: string, jurisdiction: Jurisdiction) =>
  feeRefusal(
    rule(jurisdiction, 'access').options.find((option) => option.ground === ground),
    { amountMinor, currency },
  );

describe('a fee', () => {
  test('may be asked in the EEA and the United Kingdom only for what is excessive, or for further copies', () => {
    for (const jurisdiction of ['EEA', 'FR', 'GB'] as const) {
      expect(grounds(jurisdiction, 'access')).toEqual(['manifestly_excessive', 'further_copies']);
      expect(grounds(jurisdiction, 'erasure')).toEqual(['manifestly_excessive']);
    }
  });

  test('is never asked where the law says that the answer is free', () => {
    expect(grounds('BR', 'access')).toEqual([]);
    expect(grounds('SG', 'rectification')).toEqual([]);
    expect(grounds('MY', 'rectification')).toEqual([]);
    expect(grounds('JP', 'erasure')).toEqual([]);
    expect(grounds('ROW', 'access')).toEqual([]);
  });

  test('for copies alone may be asked in the Philippines', () => {
    expect(grounds('PH', 'access')).toEqual(['further_copies']);
    expect(grounds('PH', 'rectification')).toEqual([]);
  });

  test.each([
    [1000, 'MYR', null],
    [1001, 'MYR', 'fee_above_cap'],
    [1000, 'EUR', 'fee_currency'],
  ] as const)('of %i sen-hundredths %s for access with a copy in Malaysia: %s', (amount, currency, said) => {
    expect(refusal('access_with_copy', amount, currency, 'MY')).toBe(said);
  });

  test('for sensitive data in Malaysia has caps of its own', () => {
    expect(refusal('sensitive_with_copy', 3000, 'MYR', 'MY')).toBeNull();
    expect(refusal('sensitive_with_copy', 3001, 'MYR', 'MY')).toBe('fee_above_cap');
    expect(refusal('sensitive_without_copy', 501, 'MYR', 'MY')).toBe('fee_above_cap');
  });

  test('in Switzerland is a share of at most 300 francs, confirmed within ten days', () => {
    expect(rule('CH', 'access')).toMatchObject({ mechanism: 'acceptance', reflectionDays: 10 });
    expect(refusal('disproportionate_effort', 30_000, 'CHF', 'CH')).toBeNull();
    expect(refusal('disproportionate_effort', 30_001, 'CHF', 'CH')).toBe('fee_above_cap');
    expect(grounds('CH', 'erasure')).toEqual([]);
  });

  test('is agreed to first in Singapore and paid first in the United Kingdom', () => {
    expect(rule('SG', 'access')).toMatchObject({ mechanism: 'acceptance', reflectionDays: null });
    expect(rule('GB', 'access')).toMatchObject({ mechanism: 'payment', reflectionDays: null });
  });

  test('that a law does not know is refused', () => {
    expect(refusal('access', 100, 'EUR', 'EEA')).toBe('no_fee_here');
  });
});
