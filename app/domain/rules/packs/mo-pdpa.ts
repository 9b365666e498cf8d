import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, missing, POLICY_DUTIES, SERVICE_AGE, undelayed } from './shared.ts';

const owed = (right: RightRuleInput['right'], article: string) =>
  undelayed(right, `Law 8/2005 ${article}`, 'likely');

/** Macau: "without excessive delay", no number. */
export const moPdpa: RulePackInput = {
  id: 'mo-pdpa',
  jurisdiction: 'MO',
  kind: 'law',
  versions: [
    {
      id: '2006-02-19',
      validFrom: '2006-02-19',
      validTo: null,
      law: {
        name: 'Lei da Protecção de Dados Pessoais (Law 8/2005)',
        citation: 'Lei 8/2005',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Macau',
        start: { event: 'receipt', citation: 'Law 8/2005 art. 11', confidence: 'likely' },
        rollover: { moves: 'none', citation: 'Law 8/2005 art. 11', confidence: 'likely' },
      },
      rights: [
        owed('access', 'art. 11'),
        owed('rectification', 'art. 11'),
        { ...owed('erasure', 'art. 11'), promise: ERASURE_PROMISE, notes: ['non_compliant_data_only'] },
        owed('objection', 'art. 12'),
        { ...owed('adm', 'art. 13'), notes: ['objection_to_solely_automated'] },
        missing('portability', 'Law 8/2005', 'certain', 'access'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Personal Data Protection Bureau (DSPDP)',
          url: 'https://www.dspdp.gov.mo',
          phone: '+853 2871 6006',
          citation: 'Law 8/2005 art. 26',
          confidence: 'likely',
        },
        identity: { standard: 'email', citation: 'Privacy policy, "Your rights"', confidence: 'likely' },
        fees: {
          rule: 'fee_for_access',
          notes: ['no_excessive_cost'],
          citation: 'Law 8/2005 art. 11',
          confidence: 'likely',
        },
        agents: { proof: 'not_regulated', rights: 'all', citation: 'Law 8/2005', confidence: 'likely' },
        ages: {
          statutory: null,
          service: SERVICE_AGE,
          citation: 'Law 8/2005',
          confidence: 'likely',
        },
        language: { required: ['zh-Hant', 'pt'], citation: 'Basic Law art. 9', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          citation: 'Law 8/2005 art. 11',
          confidence: 'likely',
        },
      },
    },
  ],
};
