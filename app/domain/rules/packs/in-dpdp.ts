import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, ERASURE_PROMISE, missing, open, POLICY_DUTIES, within } from './shared.ts';

type Version = RulePackInput['versions'][number];

const clock: Version['clock'] = {
  zone: 'Asia/Kolkata',
  start: {
    event: 'receipt',
    citation: 'SPDI Rules 2011 r. 5(9); General Clauses Act s. 9',
    confidence: 'certain',
  },
  rollover: { moves: 'none', citation: 'DPDP Act 2023', confidence: 'likely' },
};

const duties: Version['duties'] = {
  ...POLICY_DUTIES,
  contact: { ...CONTACT, officer: 'grievance_officer' },
  regulator: {
    name: 'Data Protection Board of India; MeitY',
    url: 'https://www.meity.gov.in',
    notes: ['authority_not_open_yet'],
    citation: 'DPDP Act s. 18',
    confidence: 'unsure',
  },
  identity: {
    standard: 'email',
    notes: ['published_identifiers'],
    citation: 'DPDP Rules 2025 r. 14',
    confidence: 'likely',
  },
  fees: { rule: 'free', citation: 'SPDI Rules 2011; DPDP Act', confidence: 'likely' },
  agents: {
    proof: 'legal_representation',
    rights: 'all',
    notes: ['nominee', 'guardian_exercises_rights'],
    citation: 'DPDP Act ss. 9, 14',
    confidence: 'certain',
  },
  ages: {
    statutory: 18,
    service: 18,
    notes: ['guardian_agreement'],
    citation: 'DPDP Act s. 9',
    confidence: 'certain',
  },
  language: {
    required: ['en'],
    notes: ['or_scheduled_language'],
    citation: 'DPDP Act s. 5(3)',
    confidence: 'certain',
  },
  refusal: {
    reasons: true,
    namesRegulator: true,
    namesJudicialRemedy: false,
    citation: 'DPDP Act s. 13',
    confidence: 'likely',
  },
  consequences: [
    {
      right: 'withdraw_consent',
      note: 'service_may_not_be_deliverable',
      citation: 'SPDI Rules 2011 r. 5(7)',
      confidence: 'certain',
    },
  ],
};

const never: RightRuleInput[] = [
  missing('portability', 'DPDP Act 2023', 'certain'),
  missing('adm', 'DPDP Act 2023', 'certain'),
];

function owed(
  right: RightRuleInput['right'],
  unit: 'as_soon_as_possible' | 'without_delay' | 'none',
  citation: string,
  confidence: RightRuleInput['confidence'],
): RightRuleInput {
  return { right, standing: 'statutory', response: open(unit, citation, confidence), citation, confidence };
}

/** India: the SPDI Rules until 12 May 2027, the DPDP Act after (sources differ between 13 and 14 May). */
export const inDpdp: RulePackInput = {
  id: 'in-dpdp',
  jurisdiction: 'IN',
  kind: 'law',
  versions: [
    {
      id: '2011-04-11',
      validFrom: '2011-04-11',
      validTo: '2027-05-12',
      law: {
        name: 'Information Technology (SPDI) Rules 2011',
        citation: 'G.S.R. 313(E), 11 April 2011',
        confidence: 'certain',
      },
      clock,
      rights: [
        {
          ...owed('access', 'as_soon_as_possible', 'SPDI Rules 2011 r. 3, 5(6)', 'likely'),
          notes: ['sensitive_information_defined'],
        },
        owed('rectification', 'as_soon_as_possible', 'SPDI Rules 2011 r. 5(6)', 'certain'),
        {
          right: 'erasure',
          standing: 'not_in_force',
          promise: ERASURE_PROMISE,
          citation: 'DPDP Act s. 12(3)',
          confidence: 'certain',
        },
        owed('withdraw_consent', 'without_delay', 'SPDI Rules 2011 r. 5(7)', 'certain'),
        {
          right: 'grievance',
          standing: 'statutory',
          response: within(1, 'calendar_month', 'SPDI Rules 2011 r. 5(9)', 'certain'),
          citation: 'SPDI Rules 2011 r. 5(9)',
          confidence: 'certain',
        },
        {
          right: 'post_mortem',
          standing: 'not_in_force',
          citation: 'DPDP Act s. 14',
          confidence: 'certain',
        },
        ...never,
      ],
      duties,
    },
    {
      id: '2027-05-13',
      validFrom: '2027-05-13',
      validTo: null,
      law: {
        name: 'Digital Personal Data Protection Act 2023; DPDP Rules 2025',
        citation: 'DPDP Rules 2025 r. 1(4) (13 or 14 May 2027)',
        confidence: 'likely',
      },
      clock: {
        ...clock,
        start: { event: 'receipt', citation: 'DPDP Rules 2025 r. 14', confidence: 'likely' },
      },
      rights: [
        owed('access', 'none', 'DPDP Act s. 11', 'likely'),
        owed('rectification', 'none', 'DPDP Act s. 12', 'likely'),
        { ...owed('erasure', 'none', 'DPDP Act s. 12(3)', 'likely'), promise: ERASURE_PROMISE },
        owed('withdraw_consent', 'without_delay', 'DPDP Act s. 6(4)-(6)', 'likely'),
        {
          right: 'grievance',
          standing: 'statutory',
          notes: ['board_after_grievance'],
          response: within(90, 'calendar_day', 'DPDP Rules 2025 r. 14(3)', 'likely'),
          citation: 'DPDP Act s. 13; DPDP Rules 2025 r. 14(3)',
          confidence: 'likely',
        },
        { ...owed('post_mortem', 'none', 'DPDP Act s. 14', 'likely'), notes: ['nominee'] },
        ...never,
      ],
      duties,
    },
  ],
};
