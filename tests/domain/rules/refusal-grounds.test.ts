import { describe, expect, it, test } from 'vitest';
import { isAskable } from '#app/domain/requests/askable-rights.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { regimeOf, rightsUnder } from '#app/domain/rules/applicable-regime.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { RULE_PACKS } from '#app/domain/rules/packs/index.ts';
import { REFUSAL_GROUNDS } from '#app/domain/rules/refusal-ground.ts';
import { refusalGrounds } from '#app/domain/rules/refusal-grounds.ts';
import { DESCRIBED_REFUSALS } from '#app/domain/rules/refusals/index.ts';
import en from '../../../locales/en/legal.json' with { type: 'json' };
import { WITHOUT_GROUND } from './fixtures/without-ground.ts';

const TODAY = '2026-11-22';

function grounds(jurisdiction: Jurisdiction, right: DataSubjectRight, on = TODAY) {
  return refusalGrounds(regimeOf(jurisdiction, on), right);
}

function citationOf(jurisdiction: Jurisdiction, right: DataSubjectRight, ground: string, on = TODAY) {
  return grounds(jurisdiction, right, on).find((cited) => cited.ground === ground)?.citation;
}

describe('the grounds of a refusal', () => {
  it('are cited from the law of the territory', () => {
    const keep = (jurisdiction: Jurisdiction) => citationOf(jurisdiction, 'erasure', 'duty_to_keep');
    expect(keep('EEA')).toBe('GDPR Art. 17(3)(b)');
    expect(keep('US-CA')).toBe('Cal. Civ. Code 1798.105(d)(8)');
    expect(keep('KR')).toBe('PIPA Art. 36(1)');
    expect(keep('BR')).toBe('LGPD art. 16 I');
    expect(keep('CN')).toBe('PIPL art. 47');
    expect(keep('TH')).toBe('PDPA s. 33');
  });

  it('do not include exceptions from erasure for an access request', () => {
    expect(citationOf('EEA', 'access', 'duty_to_keep')).toBeUndefined();
    expect(citationOf('EEA', 'access', 'rights_of_others')).toContain('Art. 15(4)');
  });

  it('do not let an opt-out be refused for want of identity where the law asks for none', () => {
    for (const state of ['US-CA', 'US-CO', 'US-CT'] as const)
      expect(citationOf(state, 'optout_sale', 'identity_not_established')).toBeUndefined();
    for (const state of ['US-VA', 'US-TX'] as const)
      expect(citationOf(state, 'optout_sale', 'identity_not_established')).toBeTruthy();
  });

  it('do not let Colorado refuse a repeated request, which it may only charge for', () => {
    expect(citationOf('US-CO', 'access', 'manifestly_unfounded_or_excessive')).toBeUndefined();
    expect(citationOf('US-VA', 'access', 'manifestly_unfounded_or_excessive')).toBe(
      'Va. Code § 59.1-577(B)(3)',
    );
  });

  it('keep the numbers of the GDPR in the United Kingdom, under the name of its own law', () => {
    expect(citationOf('GB', 'erasure', 'duty_to_keep')).toBe('UK GDPR Art. 17(3)(b)');
    expect(citationOf('GB', 'adm', 'conditions_not_met', '2025-06-01')).toContain('Art. 22(1)');
    expect(citationOf('GB', 'adm', 'conditions_not_met')).toContain('Art. 22A');
  });

  it('are those of the version of the day of receipt', () => {
    expect(citationOf('VN', 'erasure', 'duty_to_keep', '2025-12-31')).toBe('Decree 13/2023 art. 16(2)');
    expect(citationOf('VN', 'erasure', 'rights_of_others', '2025-12-31')).toBeUndefined();
    expect(citationOf('VN', 'erasure', 'rights_of_others', '2026-01-01')).toBe('Law 91/2025 art. 4(3)');
    expect(citationOf('IN', 'access', 'legal_claims', '2027-05-12')).toBeUndefined();
    expect(citationOf('IN', 'access', 'legal_claims', '2027-05-13')).toBe('DPDP Act s. 17(1)(a)');
  });

  it('are those of the Regulation in France, and its own for data after death', () => {
    expect(grounds('FR', 'rectification')).toEqual(grounds('EEA', 'rectification'));
    expect(citationOf('FR', 'post_mortem', 'conditions_not_met')).toBe('LIL art. 85 II');
    expect(citationOf('CA-QC', 'optout_marketing', 'identity_not_established')).toBeUndefined();
  });

  it('say of a courtesy and of a right that is missing that it is none here, with the citation of the pack', () => {
    expect(citationOf('SG', 'erasure', 'not_a_right_here')).toBe('PDPA s. 25');
    expect(citationOf('SG', 'erasure', 'duty_to_keep')).toBe('PDPA s. 25');
    expect(grounds('HK', 'erasure').map(({ ground }) => ground)).toEqual(['not_a_right_here']);
    expect(grounds('IN', 'erasure').map(({ ground }) => ground)).toEqual(['not_a_right_here']);
    expect(citationOf('EEA', 'access', 'not_a_right_here')).toBeUndefined();
  });

  it('carry no citation where no law is described', () => {
    const none = grounds('BR', 'access', '2019-01-01');
    expect(none).toHaveLength(REFUSAL_GROUNDS.length);
    expect(none.every(({ citation, confidence }) => citation === null && confidence === 'unsure')).toBe(true);
  });

  it('have a text each, and no text is without a ground', () => {
    expect(Object.keys(en.refusalGround)).toEqual([...REFUSAL_GROUNDS]);
  });
});

describe('every version of every law', () => {
  const versions = RULE_PACKS.flatMap(({ jurisdiction, versions: dated }) =>
    dated.map(({ validFrom }) => ({ jurisdiction, on: validFrom })),
  );

  it.each(versions)(
    '$jurisdiction from $on: each ground once a right, cited, on a right that exists',
    ({ jurisdiction, on }) => {
      const regime = regimeOf(jurisdiction, on);
      const ruled = rightsUnder(regime);
      for (const { right } of ruled) {
        const offered = refusalGrounds(regime, right);
        expect(new Set(offered.map(({ ground }) => ground)).size, right).toBe(offered.length);
        expect(offered.filter(({ citation }) => !citation)).toEqual([]);
      }
    },
  );

  it('names only rights that the law knows in some version', () => {
    const unknown = RULE_PACKS.flatMap((pack) => {
      const known = pack.versions.flatMap(({ rights }) => rights.map(({ right }) => right));
      return pack.versions.flatMap(({ id, refusalGrounds: written }) =>
        written
          .flatMap(({ rights }) => (rights === 'all' ? [] : rights))
          .filter((right) => !known.includes(right))
          .map((right) => `${pack.id} ${id} ${right}`),
      );
    });
    expect(unknown).toEqual([]);
  });

  it('offers a ground for each right that can be asked, or is listed with the reason why it has none', () => {
    const without = versions.flatMap(({ jurisdiction, on }) => {
      const regime = regimeOf(jurisdiction, on);
      return rightsUnder(regime)
        .filter((rule) => isAskable(rule) && refusalGrounds(regime, rule.right).length === 0)
        .map(({ right, pack }) => `${pack} ${right}`);
    });
    expect([...new Set(without)].sort()).toEqual(Object.keys(WITHOUT_GROUND).sort());
  });
});

test('grounds are written for every pack, each from a day on which a version of it begins', () => {
  expect(DESCRIBED_REFUSALS.map(([pack]) => pack).sort()).toEqual(RULE_PACKS.map(({ id }) => id).sort());
  for (const [id, from] of DESCRIBED_REFUSALS) {
    const begins = RULE_PACKS.find((pack) => pack.id === id)?.versions.map((version) => version.id) ?? [];
    expect(begins, id).toEqual(expect.arrayContaining([...from]));
    expect(from[0], id).toBe(begins[0]);
  }
});
