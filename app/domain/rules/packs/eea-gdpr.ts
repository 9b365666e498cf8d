import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import {
  CONTACT,
  ERASURE_PROMISE,
  EUROPEAN_CONTROLLER,
  erasureGrounds,
  open,
  restrictionGrounds,
  SERVICE_AGE,
  within,
} from './shared.ts';

const month = within(1, 'calendar_month', 'GDPR Art. 12(3)', 'certain');
const extension = {
  by: { amount: 2, unit: 'calendar_month' },
  times: 1,
  reasonsRequired: true,
  notes: ['extension_complexity_or_number'],
  citation: 'GDPR Art. 12(3)',
  confidence: 'certain',
} as const satisfies RightRuleInput['extension'];

/** A right that is answered within one month, with two more where complexity or number asks for them. */
function monthly(right: RightRuleInput['right'], citation: string, notes: string[] = []): RightRuleInput {
  return { right, standing: 'statutory', response: month, extension, notes, citation, confidence: 'certain' };
}

/** Regulation (EU) 2016/679, counted by Regulation 1182/71 with the holidays of the controller's Member State. */
export const eeaGdpr: RulePackInput = {
  id: 'eea-gdpr',
  jurisdiction: 'EEA',
  kind: 'law',
  versions: [
    {
      id: '2018-05-25',
      validFrom: '2018-05-25',
      validTo: null,
      law: {
        name: 'Regulation (EU) 2016/679 (GDPR)',
        citation: 'OJ L 119, 4.5.2016; Art. 99(2)',
        confidence: 'certain',
      },
      clock: {
        zone: 'Europe/Amsterdam',
        start: { event: 'receipt', citation: 'Reg. 1182/71 Art. 3(1)', confidence: 'certain' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sat_sun',
          calendar: 'NL',
          citation: 'Reg. 1182/71 Art. 2(1), 3(4)',
          confidence: 'certain',
        },
        suspensions: [
          {
            effect: 'tolerated',
            ground: 'identity',
            rights: 'all',
            citation: 'EDPB Guidelines 01/2022 sec. 5.3',
            confidence: 'likely',
          },
          {
            effect: 'tolerated',
            ground: 'clarification',
            rights: ['access'],
            citation: 'EDPB Guidelines 01/2022 sec. 5.3',
            confidence: 'likely',
          },
        ],
      },
      rights: [
        monthly('access', 'GDPR Art. 15', ['first_copy_free']),
        monthly('rectification', 'GDPR Art. 16, 19', ['supplementary_statement', 'tell_recipients']),
        {
          ...monthly('erasure', 'GDPR Art. 17, 19', ['qualified_right', 'tell_recipients']),
          promise: ERASURE_PROMISE,
          conditions: erasureGrounds('GDPR'),
        },
        {
          ...monthly('restriction', 'GDPR Art. 18', ['storage_only', 'tell_recipients']),
          conditions: restrictionGrounds('GDPR'),
        },
        {
          ...monthly('portability', 'GDPR Art. 20', ['provided_data_only', 'transfer_where_feasible']),
          directTransmission: { citation: 'GDPR Art. 20(2)', confidence: 'certain' },
        },
        monthly('objection', 'GDPR Art. 21', ['stop_unless_compelling_grounds']),
        monthly('optout_marketing', 'GDPR Art. 21(2)-(3)', ['acts_at_once_reply_in_time']),
        {
          right: 'withdraw_consent',
          standing: 'statutory',
          response: open('without_delay', 'GDPR Art. 7(3)', 'certain'),
          notes: ['as_easy_as_giving', 'prospective_only'],
          citation: 'GDPR Art. 7(3)',
          confidence: 'certain',
        },
        monthly('adm', 'GDPR Art. 22', ['human_intervention']),
        {
          right: 'information',
          standing: 'statutory',
          response: open('without_delay', 'GDPR Art. 13-14', 'certain'),
          notes: ['one_month_when_obtained_indirectly'],
          citation: 'GDPR Art. 13-14',
          confidence: 'certain',
        },
      ],
      duties: {
        regulator: {
          name: 'Autoriteit Persoonsgegevens',
          url: 'https://autoriteitpersoonsgegevens.nl/en',
          complaintUrl: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
          phone: '+31 88 180 5250',
          citation: 'GDPR Art. 56, 77',
          confidence: 'likely',
        },
        controller: EUROPEAN_CONTROLLER,
        contact: { ...CONTACT, officer: 'data_protection_officer' },
        identity: {
          standard: 'email',
          byRight: { optout_marketing: 'none' },
          notes: ['identity_only_on_reasonable_doubt', 'no_blanket_id_copies'],
          citation: 'GDPR Art. 12(6); EDPB Guidelines 01/2022',
          confidence: 'certain',
        },
        fees: {
          rule: 'free_unless_excessive',
          notes: ['further_copies_fee'],
          citation: 'GDPR Art. 12(5), 15(3)',
          confidence: 'certain',
        },
        agents: {
          proof: 'mandate',
          rights: 'all',
          notes: ['article_80_bodies'],
          citation: 'GDPR Art. 80; EDPB Guidelines 01/2022',
          confidence: 'likely',
        },
        ages: {
          statutory: 16,
          service: SERVICE_AGE,
          notes: ['member_states_13_to_16'],
          citation: 'GDPR Art. 8',
          confidence: 'certain',
        },
        language: {
          required: [],
          notes: ['plain_language'],
          citation: 'GDPR Art. 12(1)',
          confidence: 'certain',
        },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: true,
          notes: ['refusal_within_response_time', 'authority_of_residence_work_or_infringement'],
          citation: 'GDPR Art. 12(4), 77',
          confidence: 'certain',
        },
        records: { months: null, citation: 'GDPR Art. 5(2)', confidence: 'certain' },
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
          citation: 'GDPR Art. 15(1)-(2)',
          confidence: 'certain',
        },
      },
    },
  ],
};
