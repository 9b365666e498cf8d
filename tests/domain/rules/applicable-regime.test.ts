import { expect, test } from 'vitest';
import {
  applicableRegime,
  assuranceFor,
  consequencesOf,
  type DescribedRegime,
  jurisdictionOf,
  regimeOf,
  regulatorOf,
  rightsUnder,
} from '#app/domain/rules/index.ts';

test.each([
  [{ country: 'NL' }, 'EEA'],
  [{ country: 'de' }, 'EEA'],
  [{ country: 'LI' }, 'EEA'],
  [{ country: 'AX' }, 'EEA'],
  [{ country: 'FR' }, 'FR'],
  [{ country: 'RE' }, 'FR'],
  [{ country: 'CH' }, 'CH'],
  [{ country: 'GB', region: 'GB-SCT' }, 'GB'],
  [{ country: 'US', region: 'US-CA' }, 'US-CA'],
  [{ country: 'US', region: 'US-NY' }, 'ROW'],
  [{ country: 'US' }, 'ROW'],
  [{ country: 'US', region: 'CA-QC' }, 'ROW'],
  [{ country: 'US', region: 'EEA' }, 'ROW'],
  [{ country: 'FR', region: 'US-CA' }, 'FR'],
  [{ country: 'CA', region: 'CA-QC' }, 'CA-QC'],
  [{ country: 'CA', region: 'CA-ON' }, 'CA'],
  [{ country: 'CN', region: 'CN-HK' }, 'HK'],
  [{ country: 'HK' }, 'HK'],
  [{ country: 'CN' }, 'CN'],
  [{ country: 'AU' }, 'ROW'],
  [{ country: 'GI' }, 'ROW'],
])('who lives in %o is under %s', (residence, jurisdiction) => {
  expect(jurisdictionOf(residence)).toBe(jurisdiction);
});

test('the version is decided by the day of receipt, on both sides of a boundary', () => {
  expect(applicableRegime({ country: 'GB' }, '2026-02-04')).toMatchObject({
    pack: 'gb-ukgdpr',
    version: '2021-01-01',
  });
  expect(applicableRegime({ country: 'GB' }, '2026-02-05')).toMatchObject({
    pack: 'gb-ukgdpr',
    version: '2026-02-05',
  });
});

test('before its first version a law is not described, and no right is made up', () => {
  const regime = applicableRegime({ country: 'CH' }, '2023-08-31');
  expect(regime).toEqual({ kind: 'not_described', jurisdiction: 'CH' });
  expect(rightsUnder(regime)).toEqual([]);
});

test('the rest of the world is served by policy, never shown as law', () => {
  const regime = applicableRegime({ country: 'AU' }, '2026-06-01');
  expect(regime).toMatchObject({ kind: 'policy', jurisdiction: 'ROW', pack: 'row-policy' });
  expect(new Set(rightsUnder(regime).map((rule) => rule.standing))).toEqual(new Set(['policy_only']));
});

test('France adds post-mortem instructions to the EEA and keeps its own regulator', () => {
  const regime = regimeOf('FR', '2026-06-01') as DescribedRegime;
  const rights = rightsUnder(regime).map((rule) => rule.right);
  const inherited = rightsUnder(regimeOf('EEA', '2026-06-01')).map((rule) => rule.right);
  expect(rights).toEqual([...inherited, 'post_mortem']);
  expect(regulatorOf(regime).name).toBe('CNIL');
});

test("Quebec's erasure replaces Canada's courtesy, and Canada's marketing rule stays", () => {
  const rights = rightsUnder(regimeOf('CA-QC', '2026-06-01'));
  expect(rights.filter((rule) => rule.right === 'erasure').map((rule) => [rule.pack, rule.standing])).toEqual(
    [['ca-qc-law25', 'statutory']],
  );
  expect(rights.find((rule) => rule.right === 'optout_marketing')?.pack).toBe('ca-pipeda');
});

test('California asks much for specific pieces and nothing for an opt-out', () => {
  const regime = regimeOf('US-CA', '2026-06-01') as DescribedRegime;
  expect(assuranceFor(regime, 'access')).toBe('reasonably_high');
  expect(assuranceFor(regime, 'erasure')).toBe('reasonable');
  expect(assuranceFor(regime, 'optout_sale')).toBe('none');
});

test('Brazil warns before a consent is withdrawn, and only then', () => {
  const regime = regimeOf('BR', '2026-06-01') as DescribedRegime;
  expect(consequencesOf(regime, 'withdraw_consent')).toEqual(['service_may_be_affected']);
  expect(consequencesOf(regime, 'access')).toEqual([]);
});
