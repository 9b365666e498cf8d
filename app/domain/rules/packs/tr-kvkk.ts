import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, ERASURE_PROMISE, missing, open, POLICY_DUTIES, within } from './shared.ts';

function thirty(right: RightRuleInput['right'], point: string, notes: string[] = []): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(30, 'calendar_day', 'KVKK art. 13(2)', 'certain'),
    notes,
    citation: `KVKK ${point}`,
    confidence: 'certain',
  };
}

/** Türkiye: thirty days for the whole list of Article 11; Sundays and holidays roll over, Saturdays do not. */
export const trKvkk: RulePackInput = {
  id: 'tr-kvkk',
  jurisdiction: 'TR',
  kind: 'law',
  versions: [
    {
      id: '2016-04-07',
      validFrom: '2016-04-07',
      validTo: null,
      law: {
        name: 'Kişisel Verilerin Korunması Kanunu (KVKK, Law 6698)',
        citation: 'RG 29677, 7 April 2016',
        confidence: 'certain',
      },
      clock: {
        zone: 'Europe/Istanbul',
        start: { event: 'receipt', citation: 'KVKK art. 13(2)', confidence: 'certain' },
        rollover: {
          moves: 'to_next_working_day',
          weekend: 'sun',
          calendar: 'TR',
          citation: 'Code of Obligations (6098) art. 93',
          confidence: 'unsure',
        },
      },
      rights: [
        thirty('access', 'art. 11(1)(a)-(b)', ['whether_processed_and_which']),
        thirty('purposes_notice', 'art. 11(1)(c)', ['purposes_and_whether_kept_to']),
        thirty('recipients', 'art. 11(1)(ç)', ['recipients_at_home_and_abroad']),
        thirty('rectification', 'art. 11(1)(d), (f)', ['third_parties_told_on_request']),
        {
          ...thirty('erasure', 'art. 7, 11(1)(e)-(f)', ['third_parties_told_on_request']),
          promise: ERASURE_PROMISE,
        },
        thirty('adm', 'art. 11(1)(g)', ['objection_to_automated_result']),
        {
          right: 'withdraw_consent',
          standing: 'statutory',
          response: open('without_delay', 'Board guidance', 'likely'),
          citation: 'Board guidance',
          confidence: 'likely',
        },
        {
          right: 'complaint',
          standing: 'statutory',
          response: within(60, 'calendar_day', 'KVKK art. 14(1)', 'likely'),
          notes: ['subject_limit_to_go_to_board'],
          citation: 'KVKK art. 14(1)',
          confidence: 'likely',
        },
        missing('portability', 'KVKK (Law 6698)', 'certain', 'access'),
        missing('restriction', 'KVKK (Law 6698)', 'certain'),
      ],
      duties: {
        ...POLICY_DUTIES,
        contact: {
          ...CONTACT,
          representative: 'local_representative',
          subjectLineWord: 'Turkey',
          citation: 'Privacy policy, Turkey addendum; KVKK art. 16',
        },
        regulator: {
          name: 'Kişisel Verileri Koruma Kurumu (KVKK)',
          url: 'https://www.kvkk.gov.tr',
          phone: 'ALO 198',
          citation: 'KVKK art. 19',
          confidence: 'likely',
        },
        identity: {
          standard: 'reasonable',
          byRight: { withdraw_consent: 'email', complaint: 'none' },
          notes: ['name_id_number_address_subject'],
          citation: 'Communiqué on applications (2018) art. 5',
          confidence: 'certain',
        },
        fees: {
          rule: 'free',
          notes: ['above_ten_pages_one_lira'],
          citation: 'Communiqué on applications (2018) art. 7',
          confidence: 'likely',
        },
        agents: {
          proof: 'power_of_attorney',
          rights: 'all',
          citation: 'Board practice',
          confidence: 'likely',
        },
        ages: {
          statutory: null,
          service: 18,
          notes: ['guardian_agreement'],
          citation: 'KVKK (Law 6698)',
          confidence: 'likely',
        },
        language: {
          required: ['tr'],
          citation: 'Communiqué on applications (2018) art. 5',
          confidence: 'likely',
        },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          complainWithin: { amount: 30, unit: 'calendar_day' },
          notes: ['complain_30_days_after_reply_60_after_application'],
          citation: 'KVKK arts. 13(3), 14',
          confidence: 'certain',
        },
      },
      notes: ['rights_not_absolute', 'damages_may_be_claimed'],
    },
  ],
};
