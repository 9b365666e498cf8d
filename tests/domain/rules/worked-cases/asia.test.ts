import { describe, expect, test } from 'vitest';
import { deadlineOn } from '../support.ts';

describe('Korea: ten days, rolled past Saturdays and public-office holidays', () => {
  test('that the roll-over reaches PIPA is likely only: work keeps the unrolled day', () => {
    expect(deadlineOn('KR', 'access', '2026-02-05')).toMatchObject({
      steerBy: '2026-02-15',
      confidence: 'likely',
    });
  });
  test('automated decisions can be extended twice, in time each time', () => {
    const once = deadlineOn('KR', 'adm', '2026-06-01', { extensions: [{ sentAt: '2026-07-01' }] });
    const twice = deadlineOn('KR', 'adm', '2026-06-01', {
      extensions: [{ sentAt: '2026-07-01' }, { sentAt: '2026-07-31' }],
    });
    expect(once).toMatchObject({ dueNow: '2026-07-31', extensionNoticeBy: '2026-07-31' });
    expect(twice).toMatchObject({ dueNow: '2026-08-31', extensionsUsed: 2, extensionNoticeBy: null });
  });
  test('automated decisions came on 15 March 2024, portability on 13 March 2025', () => {
    expect(deadlineOn('KR', 'adm', '2024-03-14').standing).toBe('not_in_force');
    expect(deadlineOn('KR', 'adm', '2024-03-15').due).toBe('2024-04-15');
    expect(deadlineOn('KR', 'portability', '2025-03-12').standing).toBe('not_in_force');
    expect(deadlineOn('KR', 'portability', '2025-03-13').standing).toBe('statutory');
  });
});

describe('Japan: no number, a target of fourteen days', () => {
  test('nothing is due by law', () => {
    expect(deadlineOn('JP', 'access', '2026-06-01')).toMatchObject({ due: null, steerBy: '2026-06-15' });
  });
  test("the administrator's target replaces the pack's", () => {
    const target = { amount: 7, unit: 'calendar_day' } as const;
    expect(deadlineOn('JP', 'access', '2026-06-01', { target }).steerBy).toBe('2026-06-08');
  });
});

describe('Singapore: thirty days, Sundays and holidays move', () => {
  test('waiting for the fee to be accepted moves the outer limit, not the date we work by', () => {
    const events = [
      { type: 'fee_notified', at: '2026-06-05' },
      { type: 'fee_confirmed', at: '2026-06-10' },
    ] as const;
    expect(deadlineOn('SG', 'access', '2026-06-01', { events: [...events] })).toMatchObject({
      due: '2026-07-06',
      steerBy: '2026-07-01',
    });
    expect(deadlineOn('SG', 'correction', '2026-06-01', { events: [...events] }).due).toBe('2026-07-01');
  });
  test('portability is enacted and not in force', () => {
    expect(deadlineOn('SG', 'portability', '2026-06-01')).toMatchObject({
      standing: 'not_in_force',
      due: null,
    });
  });
});

describe('Vietnam: hours until 2025, days from 2026', () => {
  test('the last second of 2025 counts hours, the first of 2026 days', () => {
    expect(deadlineOn('VN', 'restriction', '2025-12-31')).toMatchObject({
      due: '2026-01-03T10:00:00+07:00',
      ackDue: null,
    });
    expect(deadlineOn('VN', 'restriction', '2026-01-01')).toMatchObject({
      due: '2026-01-16',
      ackDue: '2026-01-05',
    });
  });
  test('Tet moves the last day and the acknowledgement', () => {
    expect(deadlineOn('VN', 'access', '2026-02-06')).toMatchObject({
      due: '2026-02-23',
      dueUnrolled: '2026-02-16',
    });
    expect(deadlineOn('VN', 'access', '2026-02-12').ackDue).toBe('2026-02-23');
  });
  test('stopping third parties takes twenty days and fifteen more, once', () => {
    expect(deadlineOn('VN', 'stop_third_party', '2026-03-02')).toMatchObject({
      due: '2026-03-23',
      extendedDue: '2026-04-06',
      secondExtendedDue: null,
    });
  });
});

describe('Malaysia: twenty-one days and fourteen more', () => {
  test('portability came on 1 June 2025 without a period', () => {
    expect(deadlineOn('MY', 'portability', '2025-05-31').standing).toBe('not_in_force');
    expect(deadlineOn('MY', 'portability', '2025-06-01')).toMatchObject({ standing: 'statutory', due: null });
  });
});

describe('Hong Kong: forty days, general holidays and storm days move, Saturdays do not', () => {
  test('a gale on the last day moves it', () => {
    expect(deadlineOn('HK', 'access', '2026-08-15', { closures: ['2026-09-24'] })).toMatchObject({
      due: '2026-09-25',
    });
  });
  test('erasure is no right; our promise stands beside it', () => {
    expect(deadlineOn('HK', 'deletion', '2026-06-01')).toMatchObject({
      standing: 'not_available',
      due: null,
      policyDue: '2026-06-11',
    });
  });
});

describe('China: no number in the statute', () => {
  test('the standard advises thirty days and is not moved', () => {
    expect(deadlineOn('CN', 'access', '2026-09-01')).toMatchObject({ due: null, guidanceDue: '2026-10-01' });
  });
  test('fifteen working days skip the National Day week and count the make-up Sunday', () => {
    expect(deadlineOn('CN', 'deletion', '2026-09-16').guidanceDue).toBe('2026-10-13');
  });
});

describe('Macau, Indonesia, India, Philippines, Thailand', () => {
  test('Macau gives no number', () => {
    expect(deadlineOn('MO', 'access', '2026-06-01')).toMatchObject({ standing: 'statutory', due: null });
  });
  test('Indonesia counts hours through a weekend, and none for erasure', () => {
    expect(deadlineOn('ID', 'withdraw_consent', '2026-06-05').due).toBe('2026-06-08T10:00:00+07:00');
    expect(deadlineOn('ID', 'deletion', '2026-06-05')).toMatchObject({ due: null, policyDue: '2026-06-15' });
  });
  test('an Indian grievance has one month until 12 May 2027 and ninety days after', () => {
    expect(deadlineOn('IN', 'grievance', '2027-05-12').due).toBe('2027-06-12');
    expect(deadlineOn('IN', 'grievance', '2027-05-13').due).toBe('2027-08-11');
    expect(deadlineOn('IN', 'deletion', '2027-05-12')).toMatchObject({
      standing: 'not_in_force',
      policyDue: '2027-05-22',
    });
    expect(deadlineOn('IN', 'deletion', '2027-05-13')).toMatchObject({ standing: 'statutory', due: null });
  });
  test('the Philippine advice counts working days past proclaimed days', () => {
    expect(deadlineOn('PH', 'access', '2026-07-13')).toMatchObject({ due: null, guidanceDue: '2026-08-25' });
    expect(deadlineOn('PH', 'access', '2026-10-05').guidanceDue).toBe('2026-11-17');
  });
  test('Thailand has thirty days for access, likely to roll, and none for the rest', () => {
    expect(deadlineOn('TH', 'access', '2026-07-13')).toMatchObject({
      due: '2026-08-13',
      dueUnrolled: '2026-08-12',
      steerBy: '2026-08-12',
    });
    expect(deadlineOn('TH', 'portability', '2026-07-13').due).toBe(null);
  });
});
