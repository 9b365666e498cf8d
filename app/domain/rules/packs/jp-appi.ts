import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, missing, open, POLICY_DUTIES, SERVICE_AGE } from './shared.ts';

/** Undelayed, with a date to work by: no lawsuit is possible until two weeks after the request arrived. */
function undelayed(right: RightRuleInput['right'], citation: string, notes: string[] = []): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: open('without_delay', citation, 'certain'),
    target: {
      period: { amount: 14, unit: 'calendar_day' },
      citation: 'APPI art. 39(1)',
      confidence: 'likely',
    },
    notes,
    citation,
    confidence: 'certain',
  };
}

/** Japan: "without delay", and no number anywhere. */
export const jpAppi: RulePackInput = {
  id: 'jp-appi',
  jurisdiction: 'JP',
  kind: 'law',
  versions: [
    {
      id: '2022-04-01',
      validFrom: '2022-04-01',
      validTo: null,
      law: {
        name: 'Act on the Protection of Personal Information (APPI, Act 57/2003)',
        citation: 'Act 37/2021',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Tokyo',
        start: { event: 'receipt', citation: 'APPI art. 39(1)', confidence: 'certain' },
        rollover: { moves: 'none', citation: 'APPI art. 33-35', confidence: 'certain' },
      },
      rights: [
        undelayed('purposes_notice', 'APPI art. 32(2)', ['unless_purpose_is_clear']),
        undelayed('access', 'APPI art. 33', ['third_party_records_included']),
        undelayed('rectification', 'APPI art. 34'),
        undelayed('restriction', 'APPI art. 35(1), (5)', ['when_unlawful_or_interests_harmed']),
        {
          ...undelayed('erasure', 'APPI art. 35', ['when_unlawful_or_interests_harmed']),
          promise: ERASURE_PROMISE,
        },
        undelayed('stop_third_party', 'APPI art. 35(3)'),
        missing('portability', 'APPI (Act 57/2003)', 'certain', 'access'),
        missing('objection', 'APPI art. 35', 'certain', 'restriction'),
        missing('adm', 'APPI (Act 57/2003)', 'certain'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Personal Information Protection Commission',
          url: 'https://www.ppc.go.jp',
          phone: '03-6457-9849',
          citation: 'APPI art. 130',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          notes: ['method_must_not_overburden'],
          citation: 'APPI art. 37',
          confidence: 'certain',
        },
        fees: {
          rule: 'fee_for_access',
          alwaysFree: ['rectification', 'erasure', 'restriction', 'stop_third_party'],
          citation: 'APPI art. 38',
          confidence: 'certain',
        },
        agents: { proof: 'mandate', rights: 'all', citation: 'APPI art. 37(3)', confidence: 'certain' },
        ages: { statutory: null, service: SERVICE_AGE, citation: 'APPI (Act 57/2003)', confidence: 'likely' },
        language: { required: ['ja'], citation: 'APPI (Act 57/2003)', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: false,
          namesJudicialRemedy: false,
          citation: 'APPI art. 36',
          confidence: 'certain',
        },
      },
    },
  ],
};
