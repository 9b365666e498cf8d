import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, missing, POLICY_DUTIES, within } from './shared.ts';

function sixDays(right: RightRuleInput['right'], confidence: RightRuleInput['confidence']): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(6, 'business_day', 'PDPL art. 32', confidence),
    citation: 'PDPL arts. 2, 32',
    confidence,
  };
}

/** Egypt: six working days, Sunday to Thursday. */
export const egPdpl: RulePackInput = {
  id: 'eg-pdpl',
  jurisdiction: 'EG',
  kind: 'law',
  versions: [
    {
      id: '2020-10-14',
      validFrom: '2020-10-14',
      validTo: null,
      law: {
        name: 'Personal Data Protection Law, Law 151/2020; Executive Regulations (Decree 816/2025)',
        citation: 'Law 151/2020',
        confidence: 'likely',
      },
      clock: {
        zone: 'Africa/Cairo',
        start: { event: 'receipt', citation: 'PDPL art. 32', confidence: 'likely' },
        rollover: { moves: 'none', citation: 'PDPL art. 32', confidence: 'likely' },
        businessDays: {
          weekend: 'fri_sat',
          calendar: 'EG',
          citation: 'PDPL art. 32; public sector working week Sunday to Thursday',
          confidence: 'likely',
        },
      },
      rights: [
        sixDays('access', 'likely'),
        sixDays('rectification', 'likely'),
        { ...sixDays('erasure', 'likely'), promise: ERASURE_PROMISE },
        sixDays('restriction', 'unsure'),
        sixDays('withdraw_consent', 'unsure'),
        sixDays('objection', 'unsure'),
        missing('portability', 'Law 151/2020', 'likely'),
        missing('adm', 'Law 151/2020', 'unsure'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Personal Data Protection Center (MCIT)',
          url: 'https://mcit.gov.eg',
          notes: ['authority_not_open_yet'],
          citation: 'PDPL art. 19',
          confidence: 'unsure',
        },
        identity: {
          standard: 'email',
          notes: ['mechanisms_approved_by_authority'],
          citation: 'Executive Regulations (Decree 816/2025)',
          confidence: 'likely',
        },
        fees: {
          rule: 'fee_set_by_authority',
          cap: { amount: 20000, currency: 'EGP' },
          citation: 'PDPL art. 2',
          confidence: 'likely',
        },
        agents: {
          proof: 'legal_representation',
          rights: 'all',
          notes: ['person_with_standing'],
          citation: 'PDPL art. 32',
          confidence: 'likely',
        },
        ages: {
          statutory: 18,
          service: 18,
          notes: ['guardian_agreement', 'child_data_sensitive'],
          citation: 'PDPL art. 12',
          confidence: 'likely',
        },
        language: { required: ['ar'], citation: 'Constitution art. 2', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          citation: 'PDPL art. 33',
          confidence: 'unsure',
        },
      },
      notes: ['seven_days_to_object_to_policy', 'regularisation_until_november_2026'],
    },
  ],
};
