import type { GroundRule } from '../refusal-ground.ts';
import { ARTICLES_15_TO_22, eeaGdpr } from './eea-gdpr.ts';
import { type LawRefusals, refuse } from './refuse.ts';

/** The United Kingdom kept the articles of the GDPR under their numbers, and has its exemptions in an Act. */
const kept: readonly GroundRule[] = eeaGdpr
  .flatMap(({ grounds }) => grounds)
  .filter(({ ground }) => ground !== 'barred_by_law' && ground !== 'rights_of_others')
  .map((rule) => ({ ...rule, citation: rule.citation.replaceAll('GDPR', 'UK GDPR') }));

const exemptions: readonly GroundRule[] = [
  refuse('rights_of_others', ['access'], 'UK GDPR Art. 15(4); DPA 2018 Sch. 2 para. 16', 'certain'),
  refuse('rights_of_others', ['portability'], 'UK GDPR Art. 20(4)', 'certain'),
  refuse('rights_of_others', ['restriction'], 'UK GDPR Art. 18(2)', 'certain'),
  refuse('legal_privilege', ['access'], 'DPA 2018 Sch. 2 para. 19', 'certain'),
  refuse('public_security', ARTICLES_15_TO_22, 'DPA 2018 Sch. 2 para. 2 (crime and taxation)', 'likely'),
  refuse('barred_by_law', ARTICLES_15_TO_22, 'UK GDPR Art. 23; DPA 2018 s. 15, Sch. 2-4', 'likely'),
];

/** Only a reasonable and proportionate search is owed; the Act of 2025 wrote down what the courts had said. */
const search = refuse('disproportionate_effort', ['access'], 'UK GDPR Art. 15(1A) (DUAA s. 78)', 'likely');

/** United Kingdom: Article 22 on automated decisions gave way to Articles 22A to 22D on 5 February 2026. */
export const gbUkgdpr: LawRefusals = [
  { from: '2021-01-01', grounds: [...kept, ...exemptions] },
  {
    from: '2026-02-05',
    grounds: [
      ...kept.filter(({ rights }) => rights === 'all' || !(rights.length === 1 && rights[0] === 'adm')),
      ...exemptions,
      search,
      refuse('conditions_not_met', ['adm'], 'UK GDPR Art. 22A-22C (DUAA s. 80)', 'likely'),
    ],
  },
];
