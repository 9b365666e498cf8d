import { describe, expect, test } from 'vitest';
import { deadlineOn } from '../support.ts';

describe('Türkiye: thirty days, Sunday and holidays move, Saturday does not', () => {
  test('the subject has sixty days from the application to go to the Board', () => {
    expect(deadlineOn('TR', 'complaint', '2026-06-01').due).toBe('2026-07-31');
  });
});

describe('Saudi Arabia and the Emirates', () => {
  test('Saudi Arabia: thirty days and thirty more, a Friday stays', () => {
    expect(deadlineOn('SA', 'information', '2026-06-03')).toMatchObject({
      due: '2026-07-03',
      extendedDue: '2026-08-02',
    });
    expect(deadlineOn('SA', 'restriction', '2026-06-03')).toMatchObject({
      due: '2026-07-03',
      extendedDue: null,
    });
  });
  test('the Emirates give no number until their executive regulations', () => {
    expect(deadlineOn('AE', 'access', '2026-06-03')).toMatchObject({
      standing: 'statutory',
      due: null,
      steerBy: null,
    });
  });
});

describe('the rest of the world: our policy, in Hong Kong time, never rolled', () => {
  test('sixty days for a copy, a correction or an erasure; a Sunday stays', () => {
    for (const right of ['access', 'correction', 'deletion']) {
      expect(deadlineOn('ROW', right, '2026-06-03')).toMatchObject({
        standing: 'policy_only',
        due: null,
        policyDue: '2026-08-02',
      });
    }
  });
  test('opting out of marketing has no number', () => {
    expect(deadlineOn('ROW', 'optout_marketing', '2026-06-03')).toMatchObject({ due: null, policyDue: null });
  });
  test('a right that nobody promised yields nothing', () => {
    expect(deadlineOn('ROW', 'portability', '2026-06-03')).toMatchObject({
      standing: 'not_available',
      due: null,
      policyDue: null,
    });
  });
});
