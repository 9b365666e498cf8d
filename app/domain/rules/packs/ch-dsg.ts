import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import {
  CONTACT,
  ERASURE_PROMISE,
  EUROPEAN_CONTROLLER,
  NO_RECORD_PERIOD,
  SERVICE_AGE,
  undelayed,
  within,
} from './shared.ts';

const extension = {
  by: null,
  times: 1,
  reasonsRequired: false,
  statesUntilWhen: true,
  citation: 'DSV Art. 18(2)',
  confidence: 'certain',
} as const satisfies RightRuleInput['extension'];

/** Switzerland: thirty days for access and portability, ten more to reflect where a share of the cost is asked. */
export const chDsg: RulePackInput = {
  id: 'ch-dsg',
  jurisdiction: 'CH',
  kind: 'law',
  versions: [
    {
      id: '2023-09-01',
      validFrom: '2023-09-01',
      validTo: null,
      law: {
        name: 'Bundesgesetz über den Datenschutz (DSG, SR 235.1); DSV (SR 235.11)',
        citation: 'AS 2022 491',
        confidence: 'certain',
      },
      clock: {
        zone: 'Europe/Zurich',
        start: { event: 'receipt', citation: 'DSV Art. 18(1)', confidence: 'certain' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sat_sun',
          calendar: 'CH',
          citation: 'OR Art. 78; SR 173.110.3 Art. 1',
          confidence: 'unsure',
        },
        suspensions: [
          {
            effect: 'reflection',
            ground: 'fee_acceptance',
            days: 10,
            rights: ['access', 'portability'],
            citation: 'DSV Art. 19(3)',
            confidence: 'certain',
          },
        ],
      },
      rights: [
        {
          right: 'access',
          standing: 'statutory',
          response: within(30, 'calendar_day', 'DSG Art. 25(7); DSV Art. 18(1)', 'certain'),
          extension,
          citation: 'DSG Art. 25',
          confidence: 'certain',
        },
        {
          right: 'portability',
          standing: 'statutory',
          response: within(30, 'calendar_day', 'DSV Art. 18(1), 22', 'certain'),
          extension: { ...extension, citation: 'DSV Art. 18(2), 22' },
          notes: ['transfer_where_feasible'],
          directTransmission: { citation: 'DSG Art. 28(2)', confidence: 'certain' },
          citation: 'DSG Art. 28-29; DSV Art. 20-22',
          confidence: 'certain',
        },
        {
          ...undelayed('rectification', 'DSG Art. 32(1), (3)', 'certain'),
          notes: ['dispute_noted_where_unproven'],
          target: {
            period: { amount: 30, unit: 'calendar_day' },
            citation: 'cf. DSV Art. 18(1)',
            confidence: 'likely',
          },
        },
        { ...undelayed('erasure', 'DSG Art. 30(2)(b), 32(2)(c)', 'likely'), promise: ERASURE_PROMISE },
        undelayed('objection', 'DSG Art. 30(2)(b)', 'likely'),
        {
          ...undelayed('restriction', 'DSG Art. 32(2)', 'likely'),
          notes: ['prohibit_processing_or_disclosure'],
        },
        { ...undelayed('adm', 'DSG Art. 21(2)', 'certain'), notes: ['human_intervention'] },
        undelayed('withdraw_consent', 'DSG Art. 6, 30', 'likely'),
        undelayed('information', 'DSG Art. 19', 'certain'),
      ],
      duties: {
        regulator: {
          name: 'EDÖB / FDPIC',
          url: 'https://www.edoeb.admin.ch',
          phone: '+41 58 462 43 95',
          citation: 'DSG Art. 43, 49',
          confidence: 'likely',
        },
        controller: { ...EUROPEAN_CONTROLLER, notes: ['policy_omits_switzerland'] },
        contact: CONTACT,
        identity: {
          standard: 'email',
          byRight: { withdraw_consent: 'email' },
          notes: ['identity_reasonable_measures_and_cooperation'],
          citation: 'DSV Art. 16(5)',
          confidence: 'certain',
        },
        fees: {
          rule: 'cost_share',
          cap: { amount: 300, currency: 'CHF' },
          estimateFirst: true,
          notes: ['cost_share_reflection'],
          citation: 'DSV Art. 19',
          confidence: 'certain',
        },
        agents: {
          proof: 'power_of_attorney',
          rights: 'all',
          citation: 'OR Art. 32 ff.',
          confidence: 'likely',
        },
        ages: {
          statutory: null,
          service: SERVICE_AGE,
          notes: ['capacity_of_judgement'],
          citation: 'ZGB Art. 16, 19c',
          confidence: 'likely',
        },
        language: {
          required: [],
          notes: ['plain_language'],
          citation: 'DSV Art. 16(2)',
          confidence: 'likely',
        },
        refusal: {
          reasons: true,
          namesRegulator: false,
          namesJudicialRemedy: true,
          notes: ['refusal_within_response_time'],
          citation: 'DSG Art. 26(4); DSV Art. 18(3)',
          confidence: 'certain',
        },
        records: NO_RECORD_PERIOD,
      },
    },
  ],
};
