import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import {
  CONTACT,
  CONTRACTING_CONTROLLER,
  ERASURE_PROMISE,
  missing,
  NO_RECORD_PERIOD,
  open,
  SERVICE_AGE,
  within,
} from './shared.ts';

type Version = RulePackInput['versions'][number];

const clock: Version['clock'] = {
  zone: 'Asia/Singapore',
  start: { event: 'receipt', citation: 'PDP Regulations 2021 reg. 3, 5', confidence: 'certain' },
  rollover: {
    moves: 'to_next_working_day',
    weekend: 'sun',
    calendar: 'SG',
    citation: 'Interpretation Act 1965 s. 50',
    confidence: 'likely',
  },
  businessDays: {
    weekend: 'sat_sun',
    calendar: 'SG',
    citation: 'PDPC Advisory Guidelines on Key Concepts',
    confidence: 'likely',
  },
  suspensions: [
    {
      effect: 'excludes_days',
      ground: 'fee_acceptance',
      counting: 'after_first_day',
      rights: ['access'],
      citation: 'PDP Regulations 2021 reg. 7(3)',
      confidence: 'unsure',
    },
  ],
};

const rights: RightRuleInput[] = [
  {
    right: 'access',
    standing: 'statutory',
    response: within(30, 'calendar_day', 'PDP Regulations 2021 reg. 5', 'certain'),
    extension: {
      by: null,
      times: 1,
      reasonsRequired: false,
      statesUntilWhen: true,
      citation: 'PDP Regulations 2021 reg. 5(2)',
      confidence: 'certain',
    },
    notes: ['as_soon_as_reasonably_possible_first', 'uses_in_past_year'],
    citation: 'PDPA s. 21',
    confidence: 'certain',
  },
  {
    right: 'rectification',
    standing: 'statutory',
    response: within(30, 'calendar_day', 'PDPA s. 22; PDP Regulations 2021 reg. 6', 'certain'),
    extension: {
      by: null,
      times: 1,
      reasonsRequired: false,
      statesUntilWhen: true,
      citation: 'PDP Regulations 2021 reg. 6',
      confidence: 'certain',
    },
    notes: ['tell_recipients_of_past_year', 'annotated_where_not_corrected'],
    citation: 'PDPA s. 22',
    confidence: 'certain',
  },
  {
    right: 'erasure',
    standing: 'discretionary',
    promise: ERASURE_PROMISE,
    notes: ['courtesy_no_legal_right'],
    citation: 'PDPA s. 25',
    confidence: 'certain',
  },
  {
    right: 'withdraw_consent',
    standing: 'statutory',
    response: open('none', 'PDPA s. 16', 'likely'),
    guidance: {
      period: { amount: 10, unit: 'business_day' },
      citation: 'PDPC Advisory Guidelines on Key Concepts',
      confidence: 'likely',
    },
    citation: 'PDPA s. 16',
    confidence: 'likely',
  },
  {
    right: 'portability',
    standing: 'not_in_force',
    citation: 'PDPA Part 6B',
    confidence: 'unsure',
  },
  missing('objection', 'PDPA 2012', 'certain', 'withdraw_consent'),
  missing('restriction', 'PDPA 2012', 'certain', 'withdraw_consent'),
  missing('adm', 'PDPA 2012', 'certain'),
];

const preserve: RightRuleInput = {
  right: 'preserve_copy_after_refusal',
  standing: 'statutory',
  response: within(30, 'calendar_day', 'PDP Regulations 2021 reg. 8', 'likely'),
  citation: 'PDPA s. 22A',
  confidence: 'likely',
};

const duties: Version['duties'] = {
  regulator: {
    name: 'Personal Data Protection Commission (PDPC)',
    url: 'https://www.pdpc.gov.sg',
    phone: '+65 6377 3131',
    citation: 'PDPA s. 5',
    confidence: 'likely',
  },
  controller: CONTRACTING_CONTROLLER,
  contact: CONTACT,
  identity: {
    standard: 'email',
    byRight: { withdraw_consent: 'email' },
    notes: ['identity_reasonable_method'],
    citation: 'PDP Regulations 2021 reg. 3',
    confidence: 'likely',
  },
  fees: {
    rule: 'fee_for_access',
    alwaysFree: ['rectification'],
    estimateFirst: true,
    citation: 'PDP Regulations 2021 reg. 7',
    confidence: 'certain',
  },
  agents: {
    proof: 'mandate',
    rights: 'all',
    citation: 'PDP Regulations 2021 reg. 11',
    confidence: 'likely',
  },
  ages: {
    statutory: 13,
    service: SERVICE_AGE,
    notes: ['age_from_guidance'],
    citation: 'PDPC Advisory Guidelines on Selected Topics',
    confidence: 'likely',
  },
  language: { required: [], citation: 'PDPA 2012', confidence: 'likely' },
  refusal: {
    reasons: false,
    namesRegulator: true,
    namesJudicialRemedy: false,
    notes: ['keep_copy_after_refusal'],
    citation: 'PDPA s. 21, 22A',
    confidence: 'likely',
  },
  records: NO_RECORD_PERIOD,
  consequences: [
    {
      right: 'withdraw_consent',
      note: 'service_may_be_affected',
      citation: 'PDPA s. 16(2)',
      confidence: 'certain',
    },
  ],
};

function version(id: string, validTo: string | null, citation: string, extra: RightRuleInput[]): Version {
  return {
    id,
    validFrom: id,
    validTo,
    law: { name: 'Personal Data Protection Act 2012 (PDPA)', citation, confidence: 'certain' },
    clock,
    rights: [...rights, ...extra],
    duties,
  };
}

/** Singapore's PDPA: thirty days for access and correction; erasure only as a courtesy. */
export const sgPdpa: RulePackInput = {
  id: 'sg-pdpa',
  jurisdiction: 'SG',
  kind: 'law',
  versions: [
    version('2014-07-02', '2021-01-31', 'PDP Regulations 2014 (S 362/2014)', []),
    version('2021-02-01', null, 'PDP Regulations 2021 (S 63/2021)', [preserve]),
  ],
};
