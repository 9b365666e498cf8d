import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, ERASURE_PROMISE, open, POLICY_DUTIES, within } from './shared.ts';

type Version = RulePackInput['versions'][number];

function thirty(
  right: RightRuleInput['right'],
  citation: string,
  confidence: RightRuleInput['confidence'],
  notes: string[] = [],
): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: within(30, 'calendar_day', 'P-39.1 s. 32', confidence),
    notes,
    citation,
    confidence,
  };
}

const rights: RightRuleInput[] = [
  thirty('access', 'P-39.1 s. 27', 'certain', ['no_extension']),
  thirty('rectification', 'P-39.1 s. 28', 'certain', ['no_extension']),
  { ...thirty('erasure', 'P-39.1 s. 28; Civil Code art. 40', 'likely'), promise: ERASURE_PROMISE },
  thirty('de_indexation', 'P-39.1 s. 28.1', 'likely'),
  {
    right: 'adm',
    standing: 'statutory',
    response: open('without_delay', 'P-39.1 s. 12.1', 'certain'),
    notes: ['observations_to_a_person'],
    citation: 'P-39.1 s. 12.1',
    confidence: 'certain',
  },
  {
    right: 'withdraw_consent',
    standing: 'statutory',
    response: open('without_delay', 'P-39.1 ss. 12-14', 'likely'),
    citation: 'P-39.1 ss. 12-14',
    confidence: 'likely',
  },
  thirty('post_mortem', 'P-39.1 s. 40.1', 'likely', ['spouse_or_close_relative']),
];
const portability = thirty('portability', 'P-39.1 s. 27 para. 3', 'certain');
const portabilityWaiting: RightRuleInput = {
  right: 'portability',
  standing: 'not_in_force',
  citation: 'P-39.1 s. 27 para. 3',
  confidence: 'certain',
};

function version(id: string, validTo: string | null, extra: RightRuleInput): Version {
  return {
    id,
    validFrom: id,
    validTo,
    law: {
      name: 'Act respecting the protection of personal information in the private sector (CQLR c. P-39.1, Law 25)',
      citation: 'L.Q. 2021, c. 25',
      confidence: 'certain',
    },
    clock: {
      zone: 'America/Toronto',
      start: { event: 'receipt', citation: 'P-39.1 s. 32', confidence: 'certain' },
      rollover: {
        moves: 'to_next_working_day',
        weekend: 'sun',
        calendar: 'QC',
        citation: 'Interpretation Act (CQLR c. I-16) ss. 52, 61(23)',
        confidence: 'likely',
      },
    },
    rights: [...rights, extra],
    duties: {
      ...POLICY_DUTIES,
      contact: { ...CONTACT, officer: 'chief_privacy_officer' },
      regulator: {
        name: "Commission d'accès à l'information",
        url: 'https://www.cai.gouv.qc.ca',
        phone: '1-888-528-7741',
        citation: 'P-39.1 s. 42',
        confidence: 'likely',
      },
      identity: {
        standard: 'reasonable',
        byRight: { withdraw_consent: 'email', adm: 'email' },
        notes: ['proof_of_identity_or_capacity'],
        citation: 'P-39.1 s. 30',
        confidence: 'certain',
      },
      fees: {
        rule: 'free',
        estimateFirst: true,
        notes: ['reproduction_charges_announced_first'],
        citation: 'P-39.1 s. 33',
        confidence: 'certain',
      },
      agents: {
        proof: 'legal_representation',
        rights: 'all',
        notes: ['heir_liquidator_or_parental_authority'],
        citation: 'P-39.1 s. 30',
        confidence: 'certain',
      },
      ages: { statutory: 14, service: 14, citation: 'P-39.1 s. 4.1', confidence: 'certain' },
      language: { required: ['fr'], citation: 'Charte de la langue française', confidence: 'likely' },
      refusal: {
        reasons: true,
        namesRegulator: true,
        namesJudicialRemedy: true,
        silenceIsRefusal: true,
        complainWithin: { amount: 30, unit: 'calendar_day' },
        notes: ['refusal_in_writing', 'remedies_and_time_limits'],
        citation: 'P-39.1 ss. 32, 34, 42-43',
        confidence: 'certain',
      },
    },
  };
}

/** Quebec: thirty days without extension, on top of what federal law gives. */
export const caQcLaw25: RulePackInput = {
  id: 'ca-qc-law25',
  jurisdiction: 'CA-QC',
  kind: 'law',
  extends: 'CA',
  versions: [
    version('2023-09-22', '2024-09-21', portabilityWaiting),
    version('2024-09-22', null, portability),
  ],
};
