import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, ERASURE_PROMISE, missing, open, POLICY_DUTIES, SERVICE_AGE, within } from './shared.ts';

const extension = {
  by: { amount: 30, unit: 'calendar_day' },
  times: 1,
  reasonsRequired: true,
  notes: ['extension_interference_consultation_or_format', 'tell_right_to_complain'],
  citation: 'PIPEDA s. 8(4)',
  confidence: 'certain',
} as const satisfies RightRuleInput['extension'];

/** Canada, private sector: thirty days and thirty more; Sundays and listed holidays roll over, Saturdays do not. */
export const caPipeda: RulePackInput = {
  id: 'ca-pipeda',
  jurisdiction: 'CA',
  kind: 'law',
  versions: [
    {
      id: '2004-01-01',
      validFrom: '2004-01-01',
      validTo: null,
      law: {
        name: 'Personal Information Protection and Electronic Documents Act (PIPEDA)',
        citation: 'S.C. 2000, c. 5',
        confidence: 'certain',
      },
      clock: {
        zone: 'America/Toronto',
        start: {
          event: 'receipt',
          citation: 'PIPEDA s. 8(3); Interpretation Act s. 27',
          confidence: 'certain',
        },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sun',
          calendar: 'CA',
          citation: 'Interpretation Act ss. 26, 35',
          confidence: 'likely',
        },
        businessDays: { weekend: 'sat_sun', calendar: 'CA', citation: 'CASL s. 11(3)', confidence: 'likely' },
      },
      rights: [
        {
          right: 'access',
          standing: 'statutory',
          response: within(30, 'calendar_day', 'PIPEDA s. 8(3)', 'certain'),
          extension,
          citation: 'PIPEDA Principle 4.9',
          confidence: 'certain',
        },
        {
          right: 'rectification',
          standing: 'statutory',
          response: within(30, 'calendar_day', 'PIPEDA s. 8(3)', 'likely'),
          extension,
          notes: ['disagreement_recorded_and_passed_on'],
          citation: 'PIPEDA Principles 4.9.5, 4.9.6, s. 8',
          confidence: 'likely',
        },
        {
          right: 'erasure',
          standing: 'discretionary',
          promise: ERASURE_PROMISE,
          notes: ['courtesy_no_legal_right'],
          citation: 'PIPEDA Principles 4.3.8, 4.5.3, 4.9.5',
          confidence: 'likely',
        },
        {
          right: 'withdraw_consent',
          standing: 'statutory',
          response: open('without_delay', 'PIPEDA Principle 4.3.8', 'certain'),
          citation: 'PIPEDA Principle 4.3.8',
          confidence: 'certain',
        },
        {
          right: 'optout_marketing',
          standing: 'statutory',
          response: within(10, 'business_day', 'CASL s. 11(3)', 'likely'),
          citation: 'CASL s. 11',
          confidence: 'likely',
        },
        missing('portability', 'S.C. 2000, c. 5', 'certain', 'access'),
        missing('objection', 'S.C. 2000, c. 5', 'certain', 'withdraw_consent'),
        missing('adm', 'S.C. 2000, c. 5', 'certain'),
      ],
      duties: {
        ...POLICY_DUTIES,
        contact: { ...CONTACT, officer: 'chief_privacy_officer' },
        regulator: {
          name: 'Office of the Privacy Commissioner of Canada',
          url: 'https://www.priv.gc.ca/en/',
          complaintUrl: 'https://www.priv.gc.ca/en/report-a-concern/',
          phone: '1-800-282-1376',
          citation: 'PIPEDA s. 11',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          byRight: { optout_marketing: 'none' },
          notes: ['sufficient_information_only_for_this'],
          citation: 'PIPEDA Principle 4.9.2',
          confidence: 'certain',
        },
        fees: {
          rule: 'fee_for_access',
          estimateFirst: true,
          notes: ['minimal_or_no_cost'],
          citation: 'PIPEDA s. 8(6), Principle 4.9.4',
          confidence: 'certain',
        },
        agents: { proof: 'mandate', rights: 'all', citation: 'PIPEDA s. 8', confidence: 'likely' },
        ages: {
          statutory: 13,
          service: SERVICE_AGE,
          notes: ['age_from_guidance'],
          citation: 'OPC guidance on consent',
          confidence: 'likely',
        },
        language: { required: ['en', 'fr'], citation: 'OPC practice', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          silenceIsRefusal: true,
          complainWithin: { amount: 6, unit: 'calendar_month' },
          notes: ['refusal_in_writing'],
          citation: 'PIPEDA s. 8(5), 8(7), 11(3)',
          confidence: 'certain',
        },
      },
    },
  ],
};
