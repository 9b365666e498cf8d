import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import {
  CONTRACTING_CONTROLLER,
  ERASURE_PROMISE,
  NO_RECORD_PERIOD,
  open,
  SERVICE_AGE,
  within,
} from './shared.ts';

const access: RightRuleInput = {
  right: 'access',
  standing: 'statutory',
  response: within(10, 'calendar_day', 'Enforcement Decree Art. 41(4)-(5)', 'certain'),
  extension: {
    by: null,
    times: 1,
    reasonsRequired: true,
    notes: ['postponed_until_reason_ends'],
    citation: 'PIPA Art. 35(3); Enforcement Decree Art. 42(2)',
    confidence: 'certain',
  },
  citation: 'PIPA Art. 35',
  confidence: 'certain',
};

/** A right answered within ten days. */
function tenDays(
  right: RightRuleInput['right'],
  decree: string,
  citation: string,
  notes: string[] = [],
): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(10, 'calendar_day', decree, 'certain'),
    notes,
    citation,
    confidence: 'certain',
  };
}

const adm: RightRuleInput = {
  right: 'adm',
  standing: 'statutory',
  response: within(30, 'calendar_day', 'Enforcement Decree Art. 44-3(5)', 'certain'),
  extension: {
    by: { amount: 30, unit: 'calendar_day' },
    times: 2,
    reasonsRequired: true,
    citation: 'Enforcement Decree Art. 44-3(5)',
    confidence: 'certain',
  },
  notes: ['refuse_explain_or_review'],
  citation: 'PIPA Art. 37-2',
  confidence: 'certain',
};

const portability: RightRuleInput = {
  right: 'portability',
  standing: 'statutory',
  response: open('without_delay', 'PIPA Art. 35-2; Enforcement Decree Art. 42-2 to 42-8', 'certain'),
  notes: ['large_controllers_only', 'logs_three_years'],
  citation: 'PIPA Art. 35-2',
  confidence: 'certain',
};

const settled: RightRuleInput[] = [
  access,
  tenDays('rectification', 'Enforcement Decree Art. 43(3)', 'PIPA Art. 36'),
  {
    ...tenDays('erasure', 'Enforcement Decree Art. 43(3)', 'PIPA Art. 36', [
      'not_where_statute_requires_data',
    ]),
    promise: ERASURE_PROMISE,
  },
  tenDays('restriction', 'Enforcement Decree Art. 44(2)', 'PIPA Art. 37'),
  {
    right: 'withdraw_consent',
    standing: 'statutory',
    response: open('without_delay', 'PIPA Art. 37', 'likely'),
    citation: 'PIPA Art. 37',
    confidence: 'likely',
  },
  {
    right: 'information',
    standing: 'statutory',
    response: open('without_delay', 'PIPA Art. 20', 'likely'),
    notes: ['source_on_request'],
    citation: 'PIPA Art. 20',
    confidence: 'likely',
  },
];

/** A right that is enacted and waits for its day. */
function waiting(rule: RightRuleInput): RightRuleInput {
  const { response: _response, extension: _extension, ...rest } = rule;
  return { ...rest, standing: 'not_in_force' };
}

const clock: RulePackInput['versions'][number]['clock'] = {
  zone: 'Asia/Seoul',
  start: { event: 'receipt', citation: 'Civil Act Art. 157', confidence: 'certain' },
  rollover: {
    moves: 'to_next_working_day',
    weekend: 'sat_sun',
    calendar: 'KR',
    citation: 'Civil Act Art. 161',
    confidence: 'likely',
  },
};

const duties: RulePackInput['versions'][number]['duties'] = {
  regulator: {
    name: 'Personal Information Protection Commission (PIPC)',
    url: 'https://www.pipc.go.kr',
    complaintUrl: 'https://privacy.kisa.or.kr',
    phone: '118',
    citation: 'PIPA Art. 62',
    confidence: 'likely',
  },
  controller: CONTRACTING_CONTROLLER,
  contact: {
    officer: 'privacy_officer',
    representative: 'domestic_agent',
    channels: ['portal', 'email', 'post', 'fax', 'phone'],
    citation: 'PIPA Art. 31-2; Enforcement Decree Art. 41(2)',
    confidence: 'likely',
  },
  identity: {
    standard: 'reasonable',
    byRight: { withdraw_consent: 'email', information: 'email' },
    notes: ['verify_person_or_lawful_agent'],
    citation: 'Enforcement Decree Art. 46',
    confidence: 'certain',
  },
  fees: {
    rule: 'fee_for_access',
    notes: ['actual_cost_and_postage', 'no_fee_when_controller_at_fault'],
    citation: 'PIPA Art. 38(3); Enforcement Decree Art. 47',
    confidence: 'certain',
  },
  agents: {
    proof: 'power_of_attorney',
    rights: 'all',
    notes: ['power_of_attorney_form_of_authority'],
    citation: 'PIPA Art. 38(1); Enforcement Decree Art. 45(2)',
    confidence: 'certain',
  },
  ages: {
    statutory: 14,
    service: SERVICE_AGE,
    notes: ['guardian_exercises_rights'],
    citation: 'PIPA Art. 22-2, 38(2)',
    confidence: 'certain',
  },
  language: { required: ['ko'], citation: 'PIPC notice on request forms', confidence: 'likely' },
  refusal: {
    reasons: true,
    namesRegulator: true,
    namesJudicialRemedy: false,
    notes: ['refusal_states_how_to_object', 'refusal_on_notified_form'],
    citation: 'Enforcement Decree Art. 42-44',
    confidence: 'certain',
  },
  records: NO_RECORD_PERIOD,
};

function version(
  id: string,
  validTo: string | null,
  citation: string,
  extra: RightRuleInput[],
): RulePackInput['versions'][number] {
  return {
    id,
    validFrom: id,
    validTo,
    law: {
      name: 'Personal Information Protection Act (PIPA) and its Enforcement Decree',
      citation,
      confidence: 'certain',
    },
    clock,
    rights: [...settled, ...extra],
    duties,
  };
}

/** Korea's PIPA: ten days for the settled rights; automated decisions since March 2024, portability since March 2025. */
export const krPipa: RulePackInput = {
  id: 'kr-pipa',
  jurisdiction: 'KR',
  kind: 'law',
  versions: [
    version('2011-09-30', '2024-03-14', 'PIPA in force 2011-09-30', [waiting(adm), waiting(portability)]),
    version('2024-03-15', '2025-03-12', 'PIPA Art. 37-2 in force 2024-03-15 (Act 19234)', [
      adm,
      waiting(portability),
    ]),
    version(
      '2025-03-13',
      null,
      'PIPA Art. 35-2 in force 2025-03-13 (Act 19234); Decree 36671 as read 2026-09-11',
      [adm, portability],
    ),
  ],
};
