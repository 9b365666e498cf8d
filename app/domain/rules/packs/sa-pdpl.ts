import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, open, POLICY_DUTIES, SERVICE_AGE, within } from './shared.ts';

const extension = {
  by: { amount: 30, unit: 'calendar_day' },
  times: 1,
  reasonsRequired: true,
  notes: ['extension_disproportionate_or_multiple'],
  citation: 'Implementing Regulations art. 3',
  confidence: 'likely',
} as const satisfies RightRuleInput['extension'];

function thirty(right: RightRuleInput['right'], article: string): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(30, 'calendar_day', 'Implementing Regulations art. 3', 'likely'),
    extension,
    citation: `PDPL art. 4; Implementing Regulations ${article}`,
    confidence: 'likely',
  };
}

/** Saudi Arabia: thirty days and thirty more. */
export const saPdpl: RulePackInput = {
  id: 'sa-pdpl',
  jurisdiction: 'SA',
  kind: 'law',
  versions: [
    {
      id: '2023-09-14',
      validFrom: '2023-09-14',
      validTo: null,
      law: {
        name: 'Personal Data Protection Law (Royal Decree M/19, amended by M/147)',
        citation: 'Implementing Regulations 2023',
        confidence: 'likely',
      },
      clock: {
        zone: 'Asia/Riyadh',
        start: { event: 'receipt', citation: 'Implementing Regulations art. 3', confidence: 'likely' },
        rollover: { moves: 'none', citation: 'PDPL (M/19)', confidence: 'likely' },
      },
      rights: [
        thirty('access', 'art. 5'),
        thirty('rectification', 'art. 7'),
        { ...thirty('erasure', 'art. 8'), promise: ERASURE_PROMISE },
        { ...thirty('portability', 'art. 6'), notes: ['readable_copy'] },
        thirty('information', 'art. 4'),
        {
          right: 'withdraw_consent',
          standing: 'statutory',
          response: open('without_delay', 'PDPL art. 5(2)', 'likely'),
          citation: 'PDPL art. 5(2)',
          confidence: 'likely',
        },
        {
          right: 'restriction',
          standing: 'statutory',
          response: within(30, 'calendar_day', 'Implementing Regulations', 'unsure'),
          citation: 'Implementing Regulations',
          confidence: 'unsure',
        },
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Saudi Data and Artificial Intelligence Authority (SDAIA)',
          url: 'https://dgp.sdaia.gov.sa',
          citation: 'PDPL art. 30',
          confidence: 'likely',
        },
        identity: {
          standard: 'reasonable',
          byRight: { withdraw_consent: 'email' },
          notes: ['verify_before_executing', 'document_requests'],
          citation: 'Implementing Regulations art. 3',
          confidence: 'likely',
        },
        fees: {
          rule: 'free_unless_excessive',
          citation: 'Implementing Regulations art. 3',
          confidence: 'likely',
        },
        agents: {
          proof: 'legal_representation',
          rights: 'all',
          citation: 'Implementing Regulations art. 3',
          confidence: 'likely',
        },
        ages: {
          statutory: null,
          service: SERVICE_AGE,
          notes: ['guardian_when_lacking_capacity'],
          citation: 'Implementing Regulations',
          confidence: 'likely',
        },
        language: { required: ['ar'], citation: 'Basic Law of Governance art. 1', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          citation: 'Implementing Regulations art. 3',
          confidence: 'likely',
        },
      },
    },
  ],
};
