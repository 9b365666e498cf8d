import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, open, POLICY_DUTIES, SERVICE_AGE } from './shared.ts';

function timely(
  right: RightRuleInput['right'],
  article: string,
  confidence: RightRuleInput['confidence'],
  notes: string[] = [],
): RightRuleInput {
  const citation = `PIPL ${article}`;
  return {
    right,
    standing: 'statutory',
    response: open('timely', citation, confidence),
    notes,
    citation,
    confidence,
  };
}

const APP_METHOD = {
  period: { amount: 15, unit: 'business_day' },
  citation: 'Method for identifying unlawful collection by apps (2019) art. 6',
  confidence: 'likely',
} as const satisfies RightRuleInput['guidance'];

/** Mainland China: "timely" in the statute, numbers only in a standard and in guidance. */
export const cnPipl: RulePackInput = {
  id: 'cn-pipl',
  jurisdiction: 'CN',
  kind: 'law',
  versions: [
    {
      id: '2021-11-01',
      validFrom: '2021-11-01',
      validTo: null,
      law: {
        name: 'Personal Information Protection Law (PIPL)',
        citation: 'PIPL art. 74',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Shanghai',
        start: { event: 'receipt', citation: 'PIPL arts. 45-47', confidence: 'likely' },
        rollover: { moves: 'none', citation: 'PIPL arts. 45-47', confidence: 'likely' },
        businessDays: {
          weekend: 'sat_sun',
          calendar: 'CN',
          citation: 'State Council holiday schedule',
          confidence: 'certain',
        },
      },
      rights: [
        {
          ...timely('access', 'art. 45', 'likely'),
          guidance: {
            period: { amount: 30, unit: 'calendar_day' },
            citation: 'GB/T 35273-2020 cl. 8.7',
            confidence: 'likely',
          },
        },
        { ...timely('rectification', 'art. 46', 'likely'), guidance: APP_METHOD },
        {
          ...timely('erasure', 'art. 47', 'likely'),
          guidance: APP_METHOD,
          promise: ERASURE_PROMISE,
          conditions: {
            items: [
              'no_longer_necessary',
              'service_or_retention_ended',
              'consent_withdrawn',
              'unlawfully_processed',
              'other_cases_of_the_law',
            ],
            citation: 'PIPL art. 47',
            confidence: 'certain',
          },
        },
        timely('portability', 'art. 45(3)', 'likely'),
        timely('restriction', 'art. 44', 'certain'),
        timely('withdraw_consent', 'art. 15', 'certain'),
        timely('adm', 'art. 24', 'certain', ['explanation_and_refusal_of_automated_decision']),
        timely('post_mortem', 'art. 49', 'certain', ['near_relatives']),
        timely('explanation_of_rules', 'art. 48', 'certain'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Cyberspace Administration of China (CAC)',
          url: 'https://www.cac.gov.cn',
          phone: '12377',
          citation: 'PIPL art. 60',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          notes: ['convenient_mechanism'],
          citation: 'PIPL art. 50',
          confidence: 'certain',
        },
        fees: { rule: 'free', citation: 'GB/T 35273-2020 cl. 8.7', confidence: 'likely' },
        agents: {
          proof: 'legal_representation',
          rights: 'all',
          citation: 'PIPL arts. 31, 49',
          confidence: 'likely',
        },
        ages: {
          statutory: 14,
          service: SERVICE_AGE,
          notes: ['guardian_agreement'],
          citation: 'PIPL art. 31',
          confidence: 'certain',
        },
        language: {
          required: ['zh-Hans'],
          prevails: 'zh-Hans',
          citation: 'service terms',
          confidence: 'likely',
        },
        refusal: {
          reasons: true,
          namesRegulator: false,
          namesJudicialRemedy: true,
          citation: 'PIPL art. 50',
          confidence: 'certain',
        },
      },
    },
  ],
};
