import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, missing, open, POLICY_DUTIES, SERVICE_AGE, within } from './shared.ts';

type Version = RulePackInput['versions'][number];

function hours(right: RightRuleInput['right'], article: string): RightRuleInput {
  const citation = `Decree 13/2023 ${article}`;
  return {
    right,
    standing: 'statutory',
    response: within(72, 'hour', citation, 'certain'),
    notes: ['hours_run_through_weekends'],
    citation,
    confidence: 'certain',
  };
}

const DECREE = 'Decree 356/2025 art. 5';
const acknowledgement = {
  period: { amount: 2, unit: 'business_day' },
  citation: DECREE,
  confidence: 'likely',
} as const satisfies RightRuleInput['acknowledgement'];
const once = {
  by: { amount: 15, unit: 'calendar_day' },
  times: 1,
  reasonsRequired: true,
  notes: ['extension_once_only'],
  citation: DECREE,
  confidence: 'likely',
} as const satisfies RightRuleInput['extension'];

function days(
  right: RightRuleInput['right'],
  amount: number,
  citation: string,
  notes: string[] = [],
): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(amount, 'calendar_day', DECREE, 'likely'),
    acknowledgement,
    notes,
    citation,
    confidence: 'likely',
  };
}

const duties: Version['duties'] = {
  ...POLICY_DUTIES,
  regulator: {
    name: 'Ministry of Public Security (A05)',
    url: 'https://baovedlcn.gov.vn',
    address: '207 Khuất Duy Tiến, Thanh Xuân, Hà Nội',
    citation: 'Law 91/2025; national portal of the Ministry (Decree 13/2023)',
    confidence: 'likely',
  },
  identity: {
    standard: 'email',
    notes: ['written_verifiable_request'],
    citation: DECREE,
    confidence: 'likely',
  },
  fees: { rule: 'not_regulated', citation: 'Law 91/2025/QH15', confidence: 'unsure' },
  agents: { proof: 'legal_representation', rights: 'all', citation: DECREE, confidence: 'likely' },
  ages: {
    statutory: 7,
    service: SERVICE_AGE,
    notes: ['child_consents_from_seven_with_representative'],
    citation: 'Law 91/2025',
    confidence: 'likely',
  },
  language: { required: ['vi'], citation: 'Law 91/2025/QH15', confidence: 'likely' },
  refusal: {
    reasons: true,
    namesRegulator: true,
    namesJudicialRemedy: false,
    citation: DECREE,
    confidence: 'likely',
  },
};

/** Vietnam: 72 hours under Decree 13/2023, days under the Law of 2025 from 1 January 2026. */
export const vnPdpl: RulePackInput = {
  id: 'vn-pdpl',
  jurisdiction: 'VN',
  kind: 'law',
  versions: [
    {
      id: '2023-07-01',
      validFrom: '2023-07-01',
      validTo: '2025-12-31',
      law: { name: 'Decree 13/2023/ND-CP', citation: 'Decree 13/2023/ND-CP', confidence: 'certain' },
      clock: {
        zone: 'Asia/Ho_Chi_Minh',
        start: { event: 'receipt', citation: 'Decree 13/2023 arts. 9, 14, 16', confidence: 'certain' },
        rollover: { moves: 'none', citation: 'Decree 13/2023 (hours)', confidence: 'certain' },
      },
      rights: [
        hours('access', 'arts. 9(3), 14'),
        hours('provision_copy', 'art. 14'),
        { ...hours('erasure', 'art. 16(5)'), promise: ERASURE_PROMISE },
        hours('restriction', 'art. 9(6)'),
        hours('objection', 'art. 9(8)'),
        {
          right: 'rectification',
          standing: 'statutory',
          response: open('as_soon_as_possible', 'Decree 13/2023 art. 15', 'likely'),
          citation: 'Decree 13/2023 art. 15',
          confidence: 'likely',
        },
        {
          right: 'withdraw_consent',
          standing: 'statutory',
          response: open('without_delay', 'Decree 13/2023 art. 12', 'likely'),
          citation: 'Decree 13/2023 art. 12',
          confidence: 'likely',
        },
        missing('stop_third_party', 'Decree 13/2023 art. 9(8)', 'likely', 'objection'),
        missing('portability', 'Decree 13/2023 art. 14', 'likely', 'provision_copy'),
        missing('adm', 'Law 91/2025/QH15', 'likely'),
      ],
      duties,
    },
    {
      id: '2026-01-01',
      validFrom: '2026-01-01',
      validTo: null,
      law: {
        name: 'Law on Personal Data Protection 91/2025/QH15; Decree 356/2025/ND-CP',
        citation: 'Law 91/2025/QH15 art. 38',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Ho_Chi_Minh',
        start: { event: 'receipt', citation: DECREE, confidence: 'likely' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sat_sun',
          calendar: 'VN',
          citation: 'Civil Code 2015 art. 148(5)',
          confidence: 'likely',
        },
        businessDays: { weekend: 'sat_sun', calendar: 'VN', citation: DECREE, confidence: 'likely' },
      },
      rights: [
        {
          ...days('withdraw_consent', 15, 'Law 91/2025 art. 10', ['twenty_days_with_processor']),
          extension: once,
        },
        {
          ...days('restriction', 15, 'Law 91/2025 arts. 4, 10', ['twenty_days_with_processor']),
          extension: once,
        },
        { ...days('objection', 15, 'Law 91/2025 art. 4', ['twenty_days_with_processor']), extension: once },
        { ...days('stop_third_party', 20, DECREE), extension: once },
        days('access', 10, 'Law 91/2025 art. 4', ['extension_length_unsure']),
        days('rectification', 10, 'Law 91/2025 art. 13'),
        days('provision_copy', 10, 'Law 91/2025 art. 15'),
        {
          ...days('erasure', 20, 'Law 91/2025 art. 14', ['extension_length_unsure']),
          promise: ERASURE_PROMISE,
        },
        {
          right: 'adm',
          standing: 'statutory',
          response: open('none', 'Decree 356/2025 art. 10', 'unsure'),
          acknowledgement,
          citation: 'Decree 356/2025 art. 10',
          confidence: 'unsure',
        },
        missing('portability', 'Law 91/2025 art. 15', 'likely', 'provision_copy'),
      ],
      duties,
    },
  ],
};
