import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, missing, POLICY_DUTIES, SERVICE_AGE, undelayed, within } from './shared.ts';

const owed = (right: RightRuleInput['right'], section: string) => undelayed(right, section, 'certain');

/** Thailand: thirty days for access, the rest without delay. */
export const thPdpa: RulePackInput = {
  id: 'th-pdpa',
  jurisdiction: 'TH',
  kind: 'law',
  versions: [
    {
      id: '2022-06-01',
      validFrom: '2022-06-01',
      validTo: null,
      law: {
        name: 'Personal Data Protection Act B.E. 2562 (2019)',
        citation: 'PDPA B.E. 2562',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Bangkok',
        start: { event: 'receipt', citation: 'PDPA s. 30; CCC s. 193/3', confidence: 'certain' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sat_sun',
          calendar: 'TH',
          citation: 'CCC s. 193/8',
          confidence: 'unsure',
        },
      },
      rights: [
        {
          right: 'access',
          standing: 'statutory',
          response: within(30, 'calendar_day', 'PDPA s. 30', 'certain'),
          notes: ['no_extension_prescribed'],
          citation: 'PDPA s. 30',
          confidence: 'certain',
        },
        {
          ...owed('portability', 'PDPA s. 31'),
          directTransmission: { citation: 'PDPA s. 31(1)', confidence: 'likely' },
          notes: ['transfer_where_feasible'],
        },
        { ...owed('objection', 'PDPA s. 32'), notes: ['qualified_right'] },
        { ...owed('erasure', 'PDPA s. 33'), promise: ERASURE_PROMISE, notes: ['qualified_right'] },
        { ...owed('restriction', 'PDPA s. 34'), notes: ['qualified_right'] },
        owed('rectification', 'PDPA ss. 35-36'),
        owed('withdraw_consent', 'PDPA s. 19'),
        missing('adm', 'PDPA B.E. 2562', 'certain'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Personal Data Protection Committee (PDPC)',
          url: 'https://www.pdpc.or.th',
          citation: 'PDPA s. 8',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          notes: ['identity_reasonable_method'],
          citation: 'PDPA s. 30',
          confidence: 'likely',
        },
        fees: { rule: 'not_regulated', citation: 'PDPA', confidence: 'likely' },
        agents: {
          proof: 'mandate',
          rights: 'all',
          citation: 'draft PDPC notification (2026)',
          confidence: 'unsure',
        },
        ages: {
          statutory: 20,
          service: SERVICE_AGE,
          notes: ['minors_section_20'],
          citation: 'PDPA s. 20',
          confidence: 'likely',
        },
        language: { required: [], citation: 'PDPA B.E. 2562', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          notes: ['refusal_recorded_with_reasons'],
          citation: 'PDPA ss. 30, 36, 39',
          confidence: 'likely',
        },
      },
      notes: ['policy_changes_by_email'],
    },
  ],
};
