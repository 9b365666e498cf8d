import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, POLICY_DUTIES, undelayed, within } from './shared.ts';

function hours(right: RightRuleInput['right'], article: string, duty: string): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(72, 'hour', `UU 27/2022 ${duty}`, 'certain'),
    notes: ['hours_run_through_weekends'],
    citation: `UU 27/2022 ${article}, ${duty}`,
    confidence: 'certain',
  };
}

/** Indonesia: three times twenty-four hours, counted on the clock. */
export const idPdp: RulePackInput = {
  id: 'id-pdp',
  jurisdiction: 'ID',
  kind: 'law',
  versions: [
    {
      id: '2022-10-17',
      validFrom: '2022-10-17',
      validTo: null,
      law: {
        name: 'Undang-Undang Pelindungan Data Pribadi (UU 27/2022)',
        citation: 'UU 27/2022',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Jakarta',
        start: { event: 'receipt', citation: 'UU 27/2022 art. 30-32, 40-41', confidence: 'certain' },
        rollover: { moves: 'none', citation: 'UU 27/2022 (hours)', confidence: 'certain' },
      },
      rights: [
        hours('access', 'art. 7', 'art. 32'),
        hours('rectification', 'art. 6', 'art. 30'),
        hours('withdraw_consent', 'art. 9', 'art. 40'),
        hours('restriction', 'art. 11', 'art. 41'),
        {
          ...undelayed('erasure', 'UU 27/2022 arts. 8, 43-45', 'likely'),
          promise: ERASURE_PROMISE,
          notes: ['notify_subject_of_erasure', 'promise_conflicts_with_five_years'],
        },
        {
          ...undelayed('adm', 'UU 27/2022 art. 10', 'likely'),
          notes: ['objection_to_solely_automated'],
        },
        {
          ...undelayed('portability', 'UU 27/2022 art. 13', 'likely'),
          directTransmission: { citation: 'UU 27/2022 art. 13', confidence: 'likely' },
          notes: ['transfer_where_feasible'],
        },
        undelayed('information', 'UU 27/2022 arts. 5, 21', 'certain'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Ministry of Communication and Digital Affairs (Komdigi), until an agency is established',
          url: 'https://www.komdigi.go.id',
          citation: 'UU 27/2022 art. 58',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          notes: ['recorded_request'],
          citation: 'UU 27/2022 art. 14',
          confidence: 'likely',
        },
        fees: { rule: 'not_regulated', citation: 'UU 27/2022', confidence: 'likely' },
        agents: {
          proof: 'legal_representation',
          rights: 'all',
          notes: ['guardian_exercises_rights'],
          citation: 'UU 27/2022 arts. 25-26',
          confidence: 'likely',
        },
        ages: {
          statutory: 18,
          service: 21,
          notes: ['age_debated_18_or_21'],
          citation: 'UU 27/2022 art. 25',
          confidence: 'unsure',
        },
        language: { required: ['id'], citation: 'UU 24/2009', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          citation: 'UU 27/2022 art. 33',
          confidence: 'likely',
        },
      },
      notes: ['retention_minimum_five_years'],
    },
  ],
};
