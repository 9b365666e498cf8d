import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, open, POLICY_DUTIES } from './shared.ts';

function unnumbered(right: RightRuleInput['right'], article: string): RightRuleInput {
  const citation = `Federal Decree-Law 45/2021 ${article}`;
  return {
    right,
    standing: 'statutory',
    response: open('none', citation, 'likely'),
    citation,
    confidence: 'likely',
  };
}

/** United Arab Emirates, federal law: rights without numbers until the executive regulations come. */
export const aePdpl: RulePackInput = {
  id: 'ae-pdpl',
  jurisdiction: 'AE',
  kind: 'law',
  versions: [
    {
      id: '2022-01-02',
      validFrom: '2022-01-02',
      validTo: null,
      law: {
        name: 'Federal Decree-Law 45/2021 on the Protection of Personal Data',
        citation: 'Federal Decree-Law 45/2021',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Dubai',
        start: { event: 'receipt', citation: 'Federal Decree-Law 45/2021', confidence: 'likely' },
        rollover: { moves: 'none', citation: 'Federal Decree-Law 45/2021', confidence: 'likely' },
      },
      rights: [
        unnumbered('access', 'art. 13'),
        {
          ...unnumbered('portability', 'art. 14'),
          directTransmission: { citation: 'Federal Decree-Law 45/2021 art. 14', confidence: 'likely' },
          notes: ['transfer_where_feasible'],
        },
        unnumbered('rectification', 'art. 15'),
        { ...unnumbered('erasure', 'art. 15'), promise: ERASURE_PROMISE },
        unnumbered('restriction', 'art. 16'),
        unnumbered('objection', 'art. 17'),
        { ...unnumbered('adm', 'art. 18'), notes: ['objection_to_solely_automated'] },
        unnumbered('withdraw_consent', 'art. 6(2)'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'UAE Data Office',
          url: 'https://u.ae',
          notes: ['authority_not_open_yet'],
          citation: 'Federal Decree-Law 44/2021',
          confidence: 'unsure',
        },
        identity: { standard: 'email', citation: 'Privacy policy, "Your rights"', confidence: 'likely' },
        fees: { rule: 'free', citation: 'Federal Decree-Law 45/2021 art. 13', confidence: 'likely' },
        agents: {
          proof: 'not_regulated',
          rights: 'all',
          citation: 'Federal Decree-Law 45/2021',
          confidence: 'likely',
        },
        ages: {
          statutory: null,
          service: 21,
          notes: ['unless_court_order'],
          citation: 'Privacy policy, United Arab Emirates addendum',
          confidence: 'certain',
        },
        language: { required: ['ar', 'en'], citation: 'Federal Decree-Law 45/2021', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          citation: 'Federal Decree-Law 45/2021 art. 13(3)',
          confidence: 'likely',
        },
      },
      notes: ['free_zones_have_their_own_law'],
    },
  ],
};
