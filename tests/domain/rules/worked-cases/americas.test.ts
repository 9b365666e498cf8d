import { describe, expect, test } from 'vitest';
import { deadlineOn } from '../support.ts';

describe('California: calendar days never move, business days skip federal holidays', () => {
  test.each([
    ['access', '2026-07-19', { due: '2026-09-02', extendedDue: '2026-10-17', ackDue: '2026-07-31' }],
    ['deletion', '2026-07-23', { due: '2026-09-06', dueUnrolled: null, policyDue: '2026-08-02' }],
    ['optout_sale', '2026-06-17', { due: '2026-07-10' }],
    ['optout_sale', '2026-06-15', { due: '2026-07-08' }],
    ['limit_sensitive', '2026-12-18', { due: '2027-01-12' }],
    ['portability', '2026-07-19', { due: '2026-09-02', ackDue: null }],
    ['objection', '2026-07-19', { standing: 'not_available', due: null }],
  ])('%s received on %s comes out as %o', (right, date, expected) => {
    expect(deadlineOn('US-CA', right, date)).toMatchObject(expected);
  });

  test('automated decisions come into force on 1 January 2027', () => {
    expect(deadlineOn('US-CA', 'adm', '2026-12-31')).toMatchObject({ standing: 'not_in_force', due: null });
    expect(deadlineOn('US-CA', 'adm', '2027-01-01')).toMatchObject({
      standing: 'statutory',
      due: '2027-01-25',
    });
  });

  test('correction and limiting came with the CPRA on 1 January 2023', () => {
    expect(deadlineOn('US-CA', 'correction', '2022-12-31').standing).toBe('not_in_force');
    expect(deadlineOn('US-CA', 'correction', '2023-01-01').due).toBe('2023-02-15');
  });

  test('the time needed to verify does not count', () => {
    const events = [
      { type: 'identity_requested', at: '2026-06-02' },
      { type: 'identity_verified', at: '2026-06-30' },
    ] as const;
    expect(deadlineOn('US-CA', 'access', '2026-06-01', { events: [...events] }).due).toBe('2026-07-16');
  });
});

describe('Virginia, Colorado, Connecticut, Texas: 45 days and 45 more, and an appeal', () => {
  test.each(['US-VA', 'US-CO', 'US-CT', 'US-TX'] as const)('%s: a last day on a Sunday stays', (state) => {
    expect(deadlineOn(state, 'optout_sale', '2026-07-23')).toMatchObject({
      due: '2026-09-06',
      extendedDue: '2026-10-21',
    });
  });
  test.each([
    ['US-VA', '2026-05-31', null],
    ['US-CO', '2026-05-16', '2026-07-15'],
    ['US-CT', '2026-05-31', null],
    ['US-TX', '2026-05-31', null],
  ] as const)('%s: an appeal of 1 April is decided by %s, extended by %s', (state, due, extendedDue) => {
    expect(deadlineOn(state, 'appeal', '2026-04-01')).toMatchObject({ due, extendedDue });
  });
});

describe('Brazil: at once in short, fifteen days in full, doubled for small agents', () => {
  test('a Friday stays, a Saturday may move and steers by the Saturday', () => {
    expect(deadlineOn('BR', 'access', '2026-06-04')).toMatchObject({
      ackDue: '2026-06-04',
      due: '2026-06-19',
      dueUnrolled: null,
    });
    expect(deadlineOn('BR', 'access', '2026-06-05')).toMatchObject({
      due: '2026-06-22',
      dueUnrolled: '2026-06-20',
      steerBy: '2026-06-20',
    });
  });
  test('Consciousness Day on 20 November 2026 moves to Monday', () => {
    expect(deadlineOn('BR', 'access', '2026-11-05')).toMatchObject({
      due: '2026-11-23',
      dueUnrolled: '2026-11-20',
    });
  });
  test('a small agent has fifteen days for the short and thirty for the full answer', () => {
    expect(deadlineOn('BR', 'access', '2026-06-01', { controllerSize: 'small' })).toMatchObject({
      ackDue: '2026-06-16',
      due: '2026-07-01',
    });
  });
  test('size changes nothing where the law has one limit', () => {
    expect(deadlineOn('EEA', 'access', '2026-06-01', { controllerSize: 'small' }).due).toBe('2026-07-01');
  });
});

describe('Canada: Sundays and listed holidays move, Saturdays do not', () => {
  test('unsubscribing takes ten business days', () => {
    expect(deadlineOn('CA', 'optout_marketing', '2026-09-04').due).toBe('2026-09-21');
  });
  test('erasure is a courtesy with our promise and no legal date', () => {
    expect(deadlineOn('CA', 'deletion', '2026-06-01')).toMatchObject({
      standing: 'discretionary',
      due: null,
      policyDue: '2026-06-11',
    });
  });
});

describe('Quebec: thirty days without extension, and what Canada gives besides', () => {
  test('the National Holiday moves the last day, a Saturday does not', () => {
    expect(deadlineOn('CA-QC', 'access', '2026-05-25')).toMatchObject({
      due: '2026-06-25',
      dueUnrolled: '2026-06-24',
      extendedDue: null,
    });
    expect(deadlineOn('CA-QC', 'access', '2026-06-04').due).toBe('2026-07-04');
  });
  test('Remembrance Day and 30 September are no holidays in Quebec', () => {
    expect(deadlineOn('CA-QC', 'access', '2026-08-31').due).toBe('2026-09-30');
  });
  test('portability came on 22 September 2024', () => {
    expect(deadlineOn('CA-QC', 'portability', '2024-09-21').standing).toBe('not_in_force');
    expect(deadlineOn('CA-QC', 'portability', '2024-09-22').due).toBe('2024-10-22');
  });
  test('marketing is federal law and keeps its federal clock', () => {
    expect(deadlineOn('CA-QC', 'optout_marketing', '2026-09-04')).toMatchObject({
      pack: 'ca-qc-law25',
      due: '2026-09-21',
    });
  });
  test('erasure is a right here, not a courtesy', () => {
    expect(deadlineOn('CA-QC', 'deletion', '2026-06-02')).toMatchObject({
      standing: 'statutory',
      due: '2026-07-02',
      policyDue: '2026-06-12',
    });
  });
});
