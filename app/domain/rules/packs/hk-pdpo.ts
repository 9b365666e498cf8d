import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, missing, open, POLICY_DUTIES, SERVICE_AGE, within } from './shared.ts';

const extension = {
  by: null,
  times: 1,
  reasonsRequired: true,
  notes: ['as_soon_as_practicable_afterwards'],
  citation: 'PDPO s. 19(2)',
  confidence: 'certain',
} as const satisfies RightRuleInput['extension'];

/** Hong Kong: forty days; Sundays, general holidays and storm days roll over, Saturdays do not. */
export const hkPdpo: RulePackInput = {
  id: 'hk-pdpo',
  jurisdiction: 'HK',
  kind: 'law',
  versions: [
    {
      id: '1996-12-20',
      validFrom: '1996-12-20',
      validTo: null,
      law: {
        name: 'Personal Data (Privacy) Ordinance (Cap. 486)',
        citation: 'Cap. 486',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Hong_Kong',
        start: { event: 'receipt', citation: 'PDPO s. 19(1); Cap. 1 s. 71(1)(a)', confidence: 'certain' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sun',
          calendar: 'HK',
          citation: 'Cap. 1 s. 71(1)(b), 71(2)',
          confidence: 'likely',
        },
      },
      rights: [
        {
          right: 'access',
          standing: 'statutory',
          response: within(40, 'calendar_day', 'PDPO s. 19(1)', 'certain'),
          extension,
          citation: 'PDPO ss. 18-19',
          confidence: 'certain',
        },
        {
          right: 'rectification',
          standing: 'statutory',
          response: within(40, 'calendar_day', 'PDPO s. 23(1)', 'certain'),
          extension: { ...extension, citation: 'PDPO s. 23(2)' },
          notes: ['note_attached_to_opinion'],
          citation: 'PDPO ss. 22-23, 25',
          confidence: 'certain',
        },
        {
          right: 'optout_marketing',
          standing: 'statutory',
          response: open('without_delay', 'PDPO s. 35G', 'certain'),
          citation: 'PDPO s. 35G',
          confidence: 'certain',
        },
        {
          right: 'erasure',
          standing: 'not_available',
          promise: ERASURE_PROMISE,
          notes: ['courtesy_no_legal_right'],
          citation: 'PDPO s. 26',
          confidence: 'certain',
        },
        missing('portability', 'PDPO (Cap. 486)', 'certain', 'access'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'Privacy Commissioner for Personal Data (PCPD)',
          url: 'https://www.pcpd.org.hk',
          phone: '2827 2827',
          citation: 'PDPO s. 5',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          byRight: { optout_marketing: 'none' },
          notes: ['identity_reasonable_method'],
          citation: 'PDPO s. 20(1)(a)',
          confidence: 'certain',
        },
        fees: {
          rule: 'fee_for_access',
          alwaysFree: ['rectification'],
          notes: ['fee_not_excessive'],
          citation: 'PDPO s. 28',
          confidence: 'certain',
        },
        agents: {
          proof: 'legal_representation',
          rights: 'all',
          notes: ['relevant_person'],
          citation: 'PDPO s. 17A',
          confidence: 'certain',
        },
        ages: {
          statutory: 18,
          service: SERVICE_AGE,
          citation: 'PDPO s. 2 "relevant person"',
          confidence: 'likely',
        },
        language: {
          required: ['zh-Hant', 'en'],
          notes: ['request_form_ops003'],
          citation: 'PDPO s. 20(3)',
          confidence: 'certain',
        },
        refusal: {
          reasons: true,
          namesRegulator: false,
          namesJudicialRemedy: false,
          notes: ['refusal_in_writing'],
          citation: 'PDPO ss. 21, 25',
          confidence: 'certain',
        },
      },
      notes: ['storm_days_roll_over'],
    },
  ],
};
