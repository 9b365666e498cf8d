import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, ERASURE_PROMISE, open, POLICY_DUTIES, within } from './shared.ts';

type Version = RulePackInput['versions'][number];

const extension = {
  by: { amount: 14, unit: 'calendar_day' },
  times: 1,
  reasonsRequired: true,
  notes: ['comply_to_extent_possible_meanwhile'],
  citation: 'PDPA s. 31(2)-(3)',
  confidence: 'certain',
} as const satisfies RightRuleInput['extension'];

const rights: RightRuleInput[] = [
  {
    right: 'access',
    standing: 'statutory',
    response: within(21, 'calendar_day', 'PDPA s. 31(1)', 'certain'),
    extension,
    citation: 'PDPA s. 30',
    confidence: 'certain',
  },
  {
    right: 'rectification',
    standing: 'statutory',
    response: within(21, 'calendar_day', 'PDPA s. 35(1)', 'certain'),
    extension: { ...extension, citation: 'PDPA s. 35(2)-(3)' },
    notes: ['note_attached_to_opinion'],
    citation: 'PDPA ss. 34, 37',
    confidence: 'certain',
  },
  {
    right: 'restriction',
    standing: 'statutory',
    response: within(21, 'calendar_day', 'PDPA s. 42', 'certain'),
    notes: ['written_reply'],
    citation: 'PDPA s. 42',
    confidence: 'certain',
  },
  {
    right: 'withdraw_consent',
    standing: 'statutory',
    response: open('without_delay', 'PDPA s. 38', 'certain'),
    citation: 'PDPA s. 38',
    confidence: 'certain',
  },
  {
    right: 'optout_marketing',
    standing: 'statutory',
    response: open('as_soon_as_possible', 'PDPA s. 43', 'certain'),
    citation: 'PDPA s. 43',
    confidence: 'certain',
  },
  {
    right: 'erasure',
    standing: 'discretionary',
    promise: ERASURE_PROMISE,
    notes: ['courtesy_no_legal_right'],
    citation: 'PDPA s. 10',
    confidence: 'likely',
  },
];
const portability: RightRuleInput = {
  right: 'portability',
  standing: 'statutory',
  response: open('none', 'PDPA s. 43A', 'likely'),
  notes: ['transfer_where_feasible'],
  directTransmission: { citation: 'PDPA s. 43A', confidence: 'likely' },
  citation: 'PDPA s. 43A',
  confidence: 'likely',
};

function version(id: string, validTo: string | null, law: string, extra: RightRuleInput): Version {
  return {
    id,
    validFrom: id,
    validTo,
    law: { name: 'Personal Data Protection Act 2010 (Act 709)', citation: law, confidence: 'certain' },
    clock: {
      zone: 'Asia/Kuala_Lumpur',
      start: { event: 'receipt', citation: 'PDPA s. 31(1)', confidence: 'certain' },
      rollover: {
        moves: 'to_next_working_day',
        weekend: 'sun',
        calendar: 'MY',
        citation: 'Interpretation Acts 1948 and 1967 s. 54',
        confidence: 'likely',
      },
    },
    rights: [...rights, extra],
    duties: {
      ...POLICY_DUTIES,
      contact: {
        ...CONTACT,
        officer: 'data_protection_officer',
        phoneRequired: true,
        channels: ['portal', 'email', 'phone'],
      },
      regulator: {
        name: 'Personal Data Protection Commissioner (JPDP)',
        url: 'https://www.pdp.gov.my',
        citation: 'PDPA s. 47',
        confidence: 'likely',
      },
      identity: {
        standard: 'reasonable',
        byRight: { withdraw_consent: 'email', optout_marketing: 'none' },
        notes: ['may_refuse_until_identity_or_fee'],
        citation: 'PDPA ss. 32(1)(a), 36',
        confidence: 'certain',
      },
      fees: {
        rule: 'fee_for_access',
        cap: { amount: 30, currency: 'MYR' },
        alwaysFree: ['rectification'],
        notes: ['malaysia_fee_schedule'],
        citation: 'PDPA Fees Regulations 2013',
        confidence: 'likely',
      },
      agents: {
        proof: 'legal_representation',
        rights: 'all',
        notes: ['relevant_person'],
        citation: 'PDPA s. 4',
        confidence: 'certain',
      },
      ages: {
        statutory: 18,
        service: 18,
        notes: ['adult_responsible_for_minor'],
        citation: 'PDPA s. 4; Age of Majority Act 1971',
        confidence: 'likely',
      },
      language: {
        required: ['ms', 'en'],
        prevails: 'en',
        notes: ['notice_in_national_language_and_english'],
        citation: 'PDPA s. 7(3)',
        confidence: 'certain',
      },
      refusal: {
        reasons: true,
        namesRegulator: false,
        namesJudicialRemedy: false,
        citation: 'PDPA ss. 33, 37',
        confidence: 'certain',
      },
      consequences: [
        {
          right: 'restriction',
          note: 'service_may_be_affected',
          citation: 'Privacy policy, Malaysia addendum',
          confidence: 'certain',
        },
        {
          right: 'withdraw_consent',
          note: 'service_may_be_affected',
          citation: 'Privacy policy, Malaysia addendum',
          confidence: 'certain',
        },
      ],
    },
  };
}

/** Malaysia: twenty-one days and fourteen more; portability since 1 June 2025. */
export const myPdpa: RulePackInput = {
  id: 'my-pdpa',
  jurisdiction: 'MY',
  kind: 'law',
  versions: [
    version('2013-11-15', '2025-05-31', 'P.U.(B) 464/2013', {
      right: 'portability',
      standing: 'not_in_force',
      citation: 'PDPA s. 43A',
      confidence: 'certain',
    }),
    version('2025-06-01', null, 'Act A1727', portability),
  ],
};
