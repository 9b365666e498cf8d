import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import {
  CONTACT,
  ERASURE_PROMISE,
  EUROPEAN_CONTROLLER,
  erasureGrounds,
  NO_RECORD_PERIOD,
  open,
  restrictionGrounds,
  SERVICE_AGE,
  within,
} from './shared.ts';

type Version = RulePackInput['versions'][number];
type Confidence = RightRuleInput['confidence'];

/** Rights whose month runs from the relevant time; a complaint's thirty days run from receipt. */
const TIMED: RightRuleInput['right'][] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'optout_marketing',
  'adm',
  'withdraw_consent',
  'information',
];

function rights(
  period: string,
  adm: { citation: string; confidence: Confidence },
  complaint: RightRuleInput,
): RightRuleInput[] {
  const monthly = (
    right: RightRuleInput['right'],
    citation: string,
    notes: string[] = [],
    confidence: Confidence = 'certain',
  ): RightRuleInput => ({
    right,
    standing: 'statutory',
    response: within(1, 'calendar_month', period, 'certain'),
    extension: {
      by: { amount: 2, unit: 'calendar_month' },
      times: 1,
      reasonsRequired: true,
      notes: ['extension_complexity_or_number'],
      citation: period,
      confidence: 'certain',
    },
    notes,
    citation,
    confidence,
  });
  const undelayed = (right: RightRuleInput['right'], citation: string, notes: string[]): RightRuleInput => ({
    right,
    standing: 'statutory',
    response: open('without_delay', citation, 'certain'),
    notes,
    citation,
    confidence: 'certain',
  });
  return [
    monthly('access', 'UK GDPR Art. 15', ['first_copy_free', 'reasonable_search']),
    monthly('rectification', 'UK GDPR Art. 16, 19', ['supplementary_statement', 'tell_recipients']),
    {
      ...monthly('erasure', 'UK GDPR Art. 17, 19', ['qualified_right', 'tell_recipients']),
      promise: ERASURE_PROMISE,
      conditions: erasureGrounds('UK GDPR'),
    },
    {
      ...monthly('restriction', 'UK GDPR Art. 18', ['storage_only', 'tell_recipients']),
      conditions: restrictionGrounds('UK GDPR'),
    },
    {
      ...monthly('portability', 'UK GDPR Art. 20', ['provided_data_only', 'transfer_where_feasible']),
      directTransmission: { citation: 'UK GDPR Art. 20(2)', confidence: 'certain' },
    },
    monthly('objection', 'UK GDPR Art. 21', ['stop_unless_compelling_grounds']),
    monthly('optout_marketing', 'UK GDPR Art. 21(2)-(3)', ['acts_at_once_reply_in_time']),
    monthly('adm', adm.citation, ['human_intervention'], adm.confidence),
    undelayed('withdraw_consent', 'UK GDPR Art. 7(3)', ['as_easy_as_giving', 'prospective_only']),
    undelayed('information', 'UK GDPR Art. 13-14', ['one_month_when_obtained_indirectly']),
    complaint,
  ];
}

function clock(
  event: 'receipt' | 'relevant_time',
  text: { start: string; pause: string; confidence: Confidence },
): Version['clock'] {
  return {
    zone: 'Europe/London',
    start: { event, citation: text.start, confidence: 'certain' },
    rollover: {
      moves: 'to_next_working_day',
      weekend: 'sat_sun',
      calendar: 'GB-EAW',
      citation: 'ICO right of access guidance, "How do we calculate a month?"',
      confidence: 'certain',
    },
    suspensions: [
      {
        effect: 'starts_clock',
        ground: 'identity',
        rights: TIMED,
        citation: text.start,
        confidence: text.confidence,
      },
      {
        effect: 'starts_clock',
        ground: 'fee',
        rights: TIMED,
        citation: text.start,
        confidence: text.confidence,
      },
      {
        effect: 'excludes_days',
        ground: 'clarification',
        counting: 'both_days',
        rights: ['access'],
        citation: text.pause,
        confidence: text.confidence,
      },
    ],
  };
}

const OLD_CLOCK = clock('receipt', {
  start: 'UK GDPR Art. 12(3), 12(6); ICO right of access guidance',
  pause: 'ICO right of access guidance, "Can we clarify the request?"',
  confidence: 'likely',
});
const NEW_CLOCK = clock('relevant_time', {
  start: 'UK GDPR Art. 12A(2)',
  pause: 'UK GDPR Art. 12A(5)',
  confidence: 'certain',
});
const ADM_NEW = { citation: 'UK GDPR Art. 22A-22D (DUAA s. 80)', confidence: 'likely' } as const;

const COMPLAINT_CITATION = 'DPA 2018 s. 164A (DUAA s. 103; SI 2026/82 reg. 3, 7)';
const complaintWaiting: RightRuleInput = {
  right: 'complaint',
  standing: 'not_in_force',
  citation: COMPLAINT_CITATION,
  confidence: 'certain',
};
const complaint: RightRuleInput = {
  right: 'complaint',
  standing: 'statutory',
  response: open('without_delay', 'DPA 2018 s. 164A(4)', 'likely'),
  acknowledgement: {
    period: { amount: 30, unit: 'calendar_day' },
    citation: 'DPA 2018 s. 164A(3)',
    confidence: 'likely',
  },
  notes: ['electronic_complaint_form'],
  citation: COMPLAINT_CITATION,
  confidence: 'likely',
};

function duties(regulator: { name: string; citation: string }): Version['duties'] {
  return {
    regulator: {
      ...regulator,
      url: 'https://ico.org.uk',
      complaintUrl: 'https://ico.org.uk/make-a-complaint/',
      phone: '0303 123 1113',
      confidence: 'likely',
    },
    controller: { ...EUROPEAN_CONTROLLER, notes: ['policy_omits_united_kingdom'] },
    contact: { ...CONTACT, officer: 'data_protection_officer' },
    identity: {
      standard: 'email',
      byRight: { optout_marketing: 'none', complaint: 'none' },
      notes: ['identity_only_on_reasonable_doubt'],
      citation: 'UK GDPR Art. 12(6)',
      confidence: 'certain',
    },
    fees: {
      rule: 'free_unless_excessive',
      notes: ['further_copies_fee'],
      citation: 'UK GDPR Art. 12(5), 15(3)',
      confidence: 'certain',
    },
    agents: {
      proof: 'mandate',
      rights: 'all',
      notes: ['evidence_of_authority'],
      citation: 'ICO right of access guidance',
      confidence: 'likely',
    },
    ages: {
      statutory: 13,
      service: SERVICE_AGE,
      notes: ['scotland_twelve_presumed_capable'],
      citation: 'UK GDPR Art. 8; DPA 2018 s. 9, 208',
      confidence: 'certain',
    },
    language: {
      required: [],
      notes: ['plain_language'],
      citation: 'UK GDPR Art. 12(1)',
      confidence: 'certain',
    },
    refusal: {
      reasons: true,
      namesRegulator: true,
      namesJudicialRemedy: true,
      notes: ['refusal_within_response_time'],
      citation: 'UK GDPR Art. 12(4)',
      confidence: 'certain',
    },
    records: NO_RECORD_PERIOD,
    accessContents: {
      items: [
        'tell_purposes',
        'tell_categories',
        'tell_recipients_or_categories',
        'tell_retention',
        'tell_rights',
        'tell_complaint',
        'tell_sources',
        'tell_automated_decisions',
        'tell_transfers',
      ],
      citation: 'UK GDPR Art. 15(1)-(2)',
      confidence: 'certain',
    },
  };
}
const COMMISSIONER = { name: "Information Commissioner's Office (ICO)", citation: 'DPA 2018 s. 114' };
const COMMISSION = {
  name: "Information Commission (Information Commission's Office, ICO)",
  citation: 'DUAA ss. 117-119; SI 2026/1015',
};

/** United Kingdom: Article 12A from 5 February 2026, complaints to the controller from 19 June 2026. */
export const gbUkgdpr: RulePackInput = {
  id: 'gb-ukgdpr',
  jurisdiction: 'GB',
  kind: 'law',
  versions: [
    {
      id: '2021-01-01',
      validFrom: '2021-01-01',
      validTo: '2026-02-04',
      law: {
        name: 'UK GDPR; Data Protection Act 2018',
        citation: 'European Union (Withdrawal) Act 2018 s. 3',
        confidence: 'certain',
      },
      clock: OLD_CLOCK,
      rights: rights(
        'UK GDPR Art. 12(3)',
        { citation: 'UK GDPR Art. 22', confidence: 'certain' },
        complaintWaiting,
      ),
      duties: duties(COMMISSIONER),
    },
    {
      id: '2026-02-05',
      validFrom: '2026-02-05',
      validTo: '2026-06-18',
      law: {
        name: 'UK GDPR; Data Protection Act 2018; Data (Use and Access) Act 2025',
        citation: 'DUAA s. 76; SI 2026/82 reg. 2',
        confidence: 'certain',
      },
      clock: NEW_CLOCK,
      rights: rights('UK GDPR Art. 12(3), 12A', ADM_NEW, complaintWaiting),
      duties: duties(COMMISSIONER),
    },
    {
      id: '2026-06-19',
      validFrom: '2026-06-19',
      validTo: '2026-09-29',
      law: {
        name: 'UK GDPR; Data Protection Act 2018; Data (Use and Access) Act 2025',
        citation: 'DUAA s. 103; SI 2026/82 reg. 3',
        confidence: 'certain',
      },
      clock: NEW_CLOCK,
      rights: rights('UK GDPR Art. 12(3), 12A', ADM_NEW, complaint),
      duties: duties(COMMISSIONER),
    },
    {
      id: '2026-09-30',
      validFrom: '2026-09-30',
      validTo: null,
      law: {
        name: 'UK GDPR; Data Protection Act 2018; Data (Use and Access) Act 2025',
        citation: 'DUAA ss. 118-119; SI 2026/1015',
        confidence: 'likely',
      },
      clock: NEW_CLOCK,
      rights: rights('UK GDPR Art. 12(3), 12A', ADM_NEW, complaint),
      duties: duties(COMMISSION),
    },
  ],
};
