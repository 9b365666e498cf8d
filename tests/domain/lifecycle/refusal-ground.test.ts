import { describe, expect, it } from 'vitest';
import { refusalGrounds } from '#app/domain/lifecycle/refusal-ground.ts';
import { RIGHTS } from '#app/domain/rights/data-subject-right.ts';

describe('the grounds of a refusal', () => {
  it('are cited from the law of the territory', () => {
    const keep = (jurisdiction: 'EEA' | 'US-CA' | 'KR' | 'SG') =>
      refusalGrounds(jurisdiction, 'erasure').find(({ ground }) => ground === 'duty_to_keep')?.citation;
    expect(['EEA', 'US-CA', 'KR', 'SG'].map((j) => keep(j as 'EEA'))).toEqual([
      'GDPR Art. 17(3)(b)',
      'Cal. Civ. Code 1798.105(d)(8)',
      'PIPA Art. 36(1)',
      'PDPA s.25',
    ]);
  });

  it('do not include erasure exceptions for an access request', () => {
    const grounds = refusalGrounds('EEA', 'access').map(({ ground }) => ground);
    expect(grounds).not.toContain('duty_to_keep');
    expect(grounds).toContain('rights_of_others');
  });

  it('do not let a Californian opt-out be refused for want of identity', () => {
    const grounds = refusalGrounds('US-CA', 'optout_sale').map(({ ground }) => ground);
    expect(grounds).not.toContain('identity_not_established');
  });

  it('keep the numbers of the GDPR in the United Kingdom, under the name of its own law', () => {
    const keep = refusalGrounds('GB', 'erasure').find(({ ground }) => ground === 'duty_to_keep');
    expect(keep?.citation).toBe('UK GDPR Art. 17(3)(b)');
  });

  it('appear once per law and right, each with a citation', () => {
    for (const jurisdiction of ['EEA', 'FR', 'GB', 'CH', 'JP', 'HK', 'US-CA', 'KR', 'SG', 'ROW'] as const) {
      for (const right of RIGHTS) {
        const grounds = refusalGrounds(jurisdiction, right);
        expect(new Set(grounds.map(({ ground }) => ground)).size).toBe(grounds.length);
        expect(grounds.every(({ citation }) => citation)).toBe(true);
      }
    }
  });

  it('are those of the Regulation in a member state that adds to it', () => {
    expect(refusalGrounds('FR', 'rectification')).toEqual(refusalGrounds('EEA', 'rectification'));
  });

  it('carry no citation where the grounds of a law are not described yet', () => {
    expect(refusalGrounds('BR', 'access').every(({ citation }) => citation === null)).toBe(true);
  });
});
