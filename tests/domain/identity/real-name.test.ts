import { describe, expect, it } from 'vitest';
import {
  comparableName,
  compareRealName,
  REAL_NAME_RULE,
  type RealNameFacts,
  type RealNameRecord,
  realNameShortfalls,
} from '#app/domain/identity/real-name.ts';

const TODAY = '2026-11-22';
const record = (more: Partial<RealNameRecord> = {}): RealNameRecord => ({
  name: '常凤英',
  method: 'bank_card',
  at: '2024-05-01T08:00:00+00:00',
  ended: null,
  ...more,
});

describe('two names are equal', () => {
  it.each([
    ['王小明', '王　小明'],
    ['王小明', ' 王 小 明 '],
    ['佐藤 遥', '佐藤遥'],
    ['김 민서', '김민서'],
    ['Dana Whitfield', 'DANA  WHITFIELD'],
    ['Dana Whitfield', 'Ｄａｎａ　Ｗｈｉｔｆｉｅｌｄ'],
    ['José Ortiz', 'Jose\u0301 Ortiz'],
    ['ليلى حداد', 'ليلى  حداد'],
    ['ｶﾄｳ', 'カトウ'],
  ])('when nothing but spacing, width, composition or case tells %j from %j', (a, b) => {
    expect(comparableName(a)).toBe(comparableName(b));
  });

  it.each([
    ['王小明', '王小民'],
    ['Dana Whitfield', 'Dana Whitefield'],
    ['Anna Maria Rossi', 'Annamaria Rossi'],
    ['陈伟', '陳偉'],
    ['José', 'Jose'],
  ])('and not otherwise: %j is not %j', (a, b) => {
    expect(comparableName(a)).not.toBe(comparableName(b));
  });
});

describe('the real-name records of an account', () => {
  const finding = (...records: RealNameRecord[]) => compareRealName('常凤英', records, TODAY).finding;

  it('say that there is none, or that it was never completed', () => {
    expect(finding()).toBe('no_record');
    expect(finding(record({ at: null }))).toBe('not_completed');
    expect(finding(record({ name: null }))).toBe('not_completed');
    expect(finding(record({ name: '  ' }))).toBe('not_completed');
  });

  it('say whether the name is that of the request', () => {
    expect(finding(record())).toBe('same_name');
    expect(finding(record({ name: '常　凤英' }))).toBe('same_name');
    expect(finding(record({ name: '林雪梅' }))).toBe('other_name');
  });

  it('no longer count from the day on which they end, and count until then', () => {
    expect(finding(record({ ended: '2026-11-22T00:00:00Z' }))).toBe('not_completed');
    expect(finding(record({ ended: '2026-11-23' }))).toBe('same_name');
  });

  it('count for nobody while the account stands under two names, and for the holder after the other one ended', () => {
    const other = record({ name: '林雪梅' });
    expect(finding(record(), other)).toBe('several_names');
    expect(finding(record(), { ...other, ended: '2025-01-01' })).toBe('same_name');
    expect(finding(record(), record({ name: '常 凤英' }))).toBe('same_name');
  });

  it('are told by the newest of them', () => {
    const newer = record({ at: '2025-05-01T08:00:00Z', method: 'face' });
    expect(compareRealName('常凤英', [newer, record()], TODAY).record).toEqual(newer);
  });
});

describe('the rule that a real name raises the assurance', () => {
  const owner: RealNameFacts = {
    jurisdiction: 'CN',
    filedFor: 'self',
    finding: 'same_name',
    control: 'account_proven',
  };

  it('is met in mainland China, under the same name, with control over the account', () => {
    expect(realNameShortfalls(owner)).toEqual([]);
    expect(realNameShortfalls({ ...owner, control: 'mailbox_on_file' })).toEqual([]);
    expect(REAL_NAME_RULE).toEqual({
      jurisdiction: 'CN',
      assurance: 'reasonably_high',
      citation: 'Service agreement, cl. 2.5-2.6',
    });
  });

  it.each<[string, Partial<RealNameFacts>, string]>([
    ['Hong Kong', { jurisdiction: 'HK' }, 'elsewhere'],
    ['Macau', { jurisdiction: 'MO' }, 'elsewhere'],
    ['Korea', { jurisdiction: 'KR' }, 'elsewhere'],
    ['a filing for somebody else', { filedFor: 'represented' }, 'on_behalf'],
    ['an account without a record', { finding: 'no_record' }, 'not_authenticated'],
    ['an authentication that was not completed', { finding: 'not_completed' }, 'not_authenticated'],
    ['another name', { finding: 'other_name' }, 'name_differs'],
    ['several names', { finding: 'several_names' }, 'name_differs'],
    ['an account whose control nobody proved', { control: 'none' }, 'not_controlled'],
  ])('is not met for %s', (_what, facts, shortfall) => {
    expect(realNameShortfalls({ ...owner, ...facts })).toEqual([shortfall]);
  });

  it('names everything that is missing, not only the first', () => {
    expect(
      realNameShortfalls({ jurisdiction: 'EEA', filedFor: 'child', finding: 'no_record', control: 'none' }),
    ).toEqual(['elsewhere', 'on_behalf', 'not_authenticated', 'not_controlled']);
  });
});
