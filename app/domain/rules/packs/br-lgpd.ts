import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, POLICY_DUTIES, undelayed, within } from './shared.ts';

/** Brazil: a simplified answer at once, the complete declaration in fifteen days; small agents have twice as long. */
export const brLgpd: RulePackInput = {
  id: 'br-lgpd',
  jurisdiction: 'BR',
  kind: 'law',
  versions: [
    {
      id: '2020-09-18',
      validFrom: '2020-09-18',
      validTo: null,
      law: {
        name: 'Lei Geral de Proteção de Dados (LGPD), Lei 13.709/2018',
        citation: 'Lei 14.058/2020',
        confidence: 'certain',
      },
      clock: {
        zone: 'America/Sao_Paulo',
        start: { event: 'receipt', citation: 'LGPD art. 19 II', confidence: 'certain' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sat_sun',
          calendar: 'BR',
          citation: 'Código Civil art. 132 §1',
          confidence: 'unsure',
        },
      },
      rights: [
        {
          right: 'access',
          standing: 'statutory',
          response: within(15, 'calendar_day', 'LGPD art. 19 II', 'certain'),
          smallController: within(30, 'calendar_day', 'Res. CD/ANPD 2/2022', 'likely'),
          acknowledgement: {
            period: { unit: 'immediately' },
            citation: 'LGPD art. 19 I',
            confidence: 'certain',
            small: within(15, 'calendar_day', 'Res. CD/ANPD 2/2022', 'likely'),
          },
          notes: ['simplified_at_once_or_complete'],
          citation: 'LGPD arts. 9, 18 I-II, 19',
          confidence: 'certain',
        },
        {
          ...undelayed('rectification', 'LGPD art. 18 III, §§3-5', 'likely'),
          target: {
            period: { amount: 15, unit: 'calendar_day' },
            citation: 'cf. LGPD art. 19 II',
            confidence: 'likely',
          },
        },
        { ...undelayed('erasure', 'LGPD arts. 16, 18 IV, VI', 'likely'), promise: ERASURE_PROMISE },
        { ...undelayed('restriction', 'LGPD art. 18 IV', 'likely'), notes: ['blocking'] },
        undelayed('portability', 'LGPD art. 18 V', 'likely'),
        undelayed('objection', 'LGPD art. 18 §2', 'likely'),
        undelayed('withdraw_consent', 'LGPD arts. 8 §5, 18 IX', 'certain'),
        { ...undelayed('adm', 'LGPD art. 20', 'certain'), notes: ['review_of_automated_decision'] },
        undelayed('information', 'LGPD art. 18 VII-VIII', 'likely'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'ANPD',
          url: 'https://www.gov.br/anpd',
          citation: 'LGPD art. 55-A',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          notes: ['holder_or_representative'],
          citation: 'LGPD art. 18 §3',
          confidence: 'certain',
        },
        fees: { rule: 'free', citation: 'LGPD art. 18 §5', confidence: 'certain' },
        agents: {
          proof: 'legal_representation',
          rights: 'all',
          citation: 'LGPD art. 18 §3',
          confidence: 'certain',
        },
        ages: {
          statutory: 12,
          service: 18,
          notes: ['guardian_agreement', 'best_interest_of_child'],
          citation: 'LGPD art. 14',
          confidence: 'certain',
        },
        language: { required: ['pt-BR'], citation: 'Constituição art. 13', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          notes: ['say_not_the_agent_or_reasons'],
          citation: 'LGPD art. 18 §4',
          confidence: 'certain',
        },
        consequences: [
          {
            right: 'withdraw_consent',
            note: 'service_may_be_affected',
            citation: 'Privacy policy, Brazil addendum',
            confidence: 'certain',
          },
        ],
      },
    },
  ],
};
