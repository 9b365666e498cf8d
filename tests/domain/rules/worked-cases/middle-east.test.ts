import { describe, expect, test } from 'vitest';
import { deadlineOn } from '../support.ts';

describe('Egypt: six working days, Friday and Saturday are the weekend', () => {
  test.each([
    ['2026-09-13', '2026-09-21', 'Sunday receipt: Monday is day one'],
    ['2026-09-11', '2026-09-20', 'Friday receipt: Sunday is day one'],
    ['2026-09-28', '2026-10-07', 'Armed Forces Day is skipped'],
  ])('received on %s, due %s: %s', (date, due, _why) => {
    expect(deadlineOn('EG', 'access', date)).toMatchObject({ due, dueUnrolled: null });
  });
});

describe('Türkiye: thirty days, Sunday and holidays move, Saturday does not', () => {
  test.each([
    ['2026-07-31', { due: '2026-08-31', dueUnrolled: '2026-08-30' }, 'Victory Day on a Sunday'],
    ['2026-07-30', { due: '2026-08-29', dueUnrolled: null }, 'Saturday stays'],
    [
      '2026-04-27',
      { due: '2026-06-01', dueUnrolled: '2026-05-27' },
      'Kurban Bayramı 27 to 30 May, then Sunday',
    ],
  ])('access received on %s is %o: %s', (date, expected, _why) => {
    expect(deadlineOn('TR', 'access', date)).toMatchObject(expected);
  });
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
