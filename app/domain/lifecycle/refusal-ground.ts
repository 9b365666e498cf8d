import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import type { Confidence } from '../rules/deadline.ts';
import type { Jurisdiction } from '../rules/jurisdiction.ts';
import { findPack } from '../rules/packs/index.ts';

/** Why a right may be refused, whole or in part; the texts stand under `refusalGround` in `legal.json`. */
export const REFUSAL_GROUNDS = [
  'identity_not_established',
  'authority_not_shown',
  'manifestly_unfounded_or_excessive',
  'no_data_held',
  'rights_of_others',
  'barred_by_law',
  'duty_to_keep',
  'legal_claims',
  'freedom_of_expression',
  'needed_for_contract',
  'compelling_grounds',
  'data_accurate',
  'not_a_right_here',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** A ground in one law. `citation` is null where no law is described: the reasons must then name it. */
export interface CitedGround {
  readonly ground: RefusalGround;
  readonly citation: string | null;
  readonly confidence: Confidence;
}

type Row = readonly [
  ground: RefusalGround,
  rights: readonly DataSubjectRight[] | 'all',
  citation: string,
  confidence?: Confidence,
];

const POLICY = 'Privacy policy (general), "Your rights"';

const GDPR: readonly Row[] = [
  ['identity_not_established', 'all', 'GDPR Art. 11(2), 12(2), 12(6)'],
  ['authority_not_shown', 'all', 'GDPR Art. 12(2), 12(6)', 'likely'],
  ['manifestly_unfounded_or_excessive', 'all', 'GDPR Art. 12(5)(b)'],
  ['no_data_held', 'all', 'GDPR Art. 12(4), 15(1)'],
  ['rights_of_others', ['access'], 'GDPR Art. 15(4), recital 63'],
  ['rights_of_others', ['portability'], 'GDPR Art. 20(4)'],
  ['rights_of_others', ['restriction'], 'GDPR Art. 18(2)'],
  ['barred_by_law', ['access', 'rectification', 'objection', 'restriction'], 'GDPR Art. 23', 'likely'],
  ['duty_to_keep', ['erasure'], 'GDPR Art. 17(3)(b)'],
  ['legal_claims', ['erasure'], 'GDPR Art. 17(3)(e)'],
  ['legal_claims', ['objection'], 'GDPR Art. 21(1)'],
  ['legal_claims', ['restriction'], 'GDPR Art. 18(2)'],
  ['freedom_of_expression', ['erasure'], 'GDPR Art. 17(3)(a)'],
  ['needed_for_contract', ['erasure'], 'GDPR Art. 17(1)(a)', 'likely'],
  ['needed_for_contract', ['adm'], 'GDPR Art. 22(2)(a)'],
  ['compelling_grounds', ['objection'], 'GDPR Art. 21(1)'],
  ['data_accurate', ['rectification'], 'GDPR Art. 5(1)(d), 16'],
];

/** The United Kingdom kept the articles of the GDPR under their numbers. */
const UK_GDPR: readonly Row[] = GDPR.map(([ground, rights, citation, confidence = 'certain']) => [
  ground,
  rights,
  citation.replaceAll('GDPR', 'UK GDPR'),
  confidence,
]);

/** Grounds by law, most used first. A jurisdiction without an entry has that of the law that it adds to, or none. */
const GROUNDS: Partial<Record<Jurisdiction, readonly Row[]>> = {
  EEA: GDPR,
  GB: UK_GDPR,
  CH: [
    ['identity_not_established', 'all', 'DPO Art. 16(5)', 'likely'],
    ['authority_not_shown', 'all', 'DPO Art. 16(5)', 'likely'],
    ['barred_by_law', ['access', 'portability'], 'FADP Art. 26(1)(a), 29(1)', 'likely'],
    ['rights_of_others', ['access', 'portability'], 'FADP Art. 26(1)(b), 29(1)', 'likely'],
    ['manifestly_unfounded_or_excessive', ['access', 'portability'], 'FADP Art. 26(1)(c), 29(1)', 'likely'],
    ['no_data_held', 'all', 'FADP Art. 25', 'likely'],
    ['duty_to_keep', ['erasure'], 'FADP Art. 31(1)', 'likely'],
    ['data_accurate', ['rectification'], 'FADP Art. 32(1)', 'likely'],
  ],
  JP: [
    ['identity_not_established', 'all', 'APPI Art. 37(1)', 'likely'],
    ['authority_not_shown', 'all', 'APPI Art. 37(3)', 'likely'],
    ['rights_of_others', ['access'], 'APPI Art. 33(2)(i)', 'likely'],
    ['barred_by_law', ['access'], 'APPI Art. 33(2)(iii)', 'likely'],
    ['no_data_held', 'all', 'APPI Art. 33(3)', 'likely'],
    ['data_accurate', ['rectification'], 'APPI Art. 34(2)-(3)', 'likely'],
    ['duty_to_keep', ['erasure'], 'APPI Art. 35', 'likely'],
  ],
  HK: [
    ['identity_not_established', 'all', 'PDPO s.20(1)(a)', 'likely'],
    ['authority_not_shown', 'all', 'PDPO s.20(1)(a)', 'likely'],
    ['rights_of_others', ['access'], 'PDPO s.20(1)(b)', 'likely'],
    ['barred_by_law', ['access'], 'PDPO s.20(1)(c)', 'likely'],
    ['no_data_held', 'all', 'PDPO s.18(1)(a)', 'likely'],
    ['data_accurate', ['rectification'], 'PDPO s.24(3)(b)', 'likely'],
  ],
  'US-CA': [
    [
      'identity_not_established',
      ['access', 'erasure', 'rectification'],
      '11 CCR 7022(a), 7023(a), 7024(a)-(b)',
    ],
    ['authority_not_shown', 'all', '11 CCR 7063'],
    ['manifestly_unfounded_or_excessive', 'all', 'Cal. Civ. Code 1798.145(h)(3)'],
    ['no_data_held', 'all', '11 CCR 7024', 'likely'],
    ['rights_of_others', 'all', 'Cal. Civ. Code 1798.145(k)'],
    ['barred_by_law', ['access'], '11 CCR 7024(d)'],
    ['duty_to_keep', ['erasure'], 'Cal. Civ. Code 1798.105(d)(8)'],
    ['legal_claims', 'all', 'Cal. Civ. Code 1798.145(a)', 'likely'],
    ['freedom_of_expression', ['erasure'], 'Cal. Civ. Code 1798.105(d)(4)'],
    ['needed_for_contract', ['erasure'], 'Cal. Civ. Code 1798.105(d)(1)'],
    ['data_accurate', ['rectification'], '11 CCR 7023(b)'],
  ],
  KR: [
    ['identity_not_established', 'all', 'PIPA Enforcement Decree Art. 46'],
    ['authority_not_shown', 'all', 'PIPA Art. 38; Enforcement Decree Art. 45'],
    ['no_data_held', 'all', 'PIPA Art. 35, 36', 'likely'],
    ['barred_by_law', ['access'], 'PIPA Art. 35(4)1'],
    ['rights_of_others', ['access'], 'PIPA Art. 35(4)2'],
    ['duty_to_keep', ['erasure'], 'PIPA Art. 36(1)'],
    ['duty_to_keep', ['restriction', 'objection'], 'PIPA Art. 37(2)1'],
    ['rights_of_others', ['restriction', 'objection'], 'PIPA Art. 37(2)2'],
    ['needed_for_contract', ['restriction', 'objection'], 'PIPA Art. 37(2)4'],
    ['needed_for_contract', ['adm'], 'PIPA Art. 37-2', 'likely'],
    ['data_accurate', ['rectification'], 'PIPA Art. 36', 'likely'],
  ],
  SG: [
    ['identity_not_established', 'all', 'PDPA s.21, 22; Regulations 2021 reg. 3', 'likely'],
    ['authority_not_shown', 'all', 'PDPA s.21, 22; Regulations 2021', 'likely'],
    ['not_a_right_here', ['erasure'], 'PDPA: no right to erasure; s.25'],
    ['manifestly_unfounded_or_excessive', ['access'], 'PDPA Fifth Schedule, para. 1(j)'],
    ['no_data_held', 'all', 'PDPA s.21(1)', 'likely'],
    ['rights_of_others', ['access'], 'PDPA s.21(3)'],
    ['legal_claims', ['access'], 'PDPA Fifth Schedule, para. 1(h)', 'likely'],
    ['duty_to_keep', ['erasure'], 'PDPA s.25'],
    ['legal_claims', ['erasure'], 'PDPA s.25', 'likely'],
    ['data_accurate', ['rectification'], 'PDPA s.22(2), 22(5)'],
  ],
  ROW: [
    ['identity_not_established', 'all', POLICY],
    ['authority_not_shown', 'all', POLICY],
    ['manifestly_unfounded_or_excessive', 'all', POLICY, 'likely'],
    ['no_data_held', 'all', POLICY],
    ['rights_of_others', 'all', POLICY, 'likely'],
    ['duty_to_keep', ['erasure'], POLICY],
    ['legal_claims', ['erasure'], POLICY],
    ['data_accurate', ['rectification'], POLICY, 'likely'],
    ['not_a_right_here', 'all', POLICY],
  ],
};

/**
 * The grounds on which a right may be refused under a law, with their citations. Where no law is described every
 * ground is offered without a citation, since none is invented.
 */
export function refusalGrounds(jurisdiction: Jurisdiction, right: DataSubjectRight): readonly CitedGround[] {
  const base = findPack(jurisdiction)?.extends;
  const rows = GROUNDS[jurisdiction] ?? (base && GROUNDS[base]);
  if (!rows) return REFUSAL_GROUNDS.map((ground) => ({ ground, citation: null, confidence: 'unsure' }));
  return rows
    .filter(([, rights]) => rights === 'all' || rights.includes(right))
    .map(([ground, , citation, confidence = 'certain']) => ({ ground, citation, confidence }));
}
