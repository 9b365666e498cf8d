import type { DataSubjectRight } from '../../rights/data-subject-right.ts';
import { type LawRefusals, refuse } from './refuse.ts';

/** The rights of Articles 15 to 22, to which Articles 11 and 12 speak. A consent is taken back without them. */
export const ARTICLES_15_TO_22 = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'portability',
  'objection',
  'optout_marketing',
  'adm',
] as const satisfies readonly DataSubjectRight[];

/** European Economic Area: GDPR Articles 11, 12, 15 to 23. */
export const eeaGdpr: LawRefusals = [
  {
    from: '2018-05-25',
    grounds: [
      refuse('identity_not_established', ARTICLES_15_TO_22, 'GDPR Art. 11(2), 12(2), 12(6)', 'certain'),
      refuse('authority_not_shown', ARTICLES_15_TO_22, 'GDPR Art. 12(2), 12(6)', 'likely'),
      refuse('no_data_held', ['access'], 'GDPR Art. 12(4), 15(1)', 'certain'),
      refuse('conditions_not_met', ['erasure'], 'GDPR Art. 17(1)', 'certain'),
      refuse('conditions_not_met', ['restriction'], 'GDPR Art. 18(1)', 'certain'),
      refuse('conditions_not_met', ['portability'], 'GDPR Art. 20(1)', 'certain'),
      refuse('conditions_not_met', ['objection'], 'GDPR Art. 21(1)', 'certain'),
      refuse('conditions_not_met', ['adm'], 'GDPR Art. 22(1), 22(2)(b)-(c)', 'certain'),
      refuse(
        'manifestly_unfounded_or_excessive',
        [...ARTICLES_15_TO_22, 'information'],
        'GDPR Art. 12(5)(b)',
        'certain',
      ),
      refuse('disproportionate_effort', ['information'], 'GDPR Art. 14(5)(b)', 'certain'),
      refuse('rights_of_others', ['access'], 'GDPR Art. 15(4), recital 63', 'certain'),
      refuse('rights_of_others', ['portability'], 'GDPR Art. 20(4)', 'certain'),
      refuse('rights_of_others', ['restriction'], 'GDPR Art. 18(2)', 'certain'),
      refuse('trade_secrets', ['access'], 'GDPR Art. 15(4), recital 63', 'likely'),
      refuse('legal_privilege', ['information'], 'GDPR Art. 14(5)(d)', 'certain'),
      refuse('barred_by_law', ARTICLES_15_TO_22, 'GDPR Art. 23', 'likely'),
      refuse('duty_to_keep', ['erasure'], 'GDPR Art. 17(3)(b)', 'certain'),
      refuse('legal_claims', ['erasure'], 'GDPR Art. 17(3)(e)', 'certain'),
      refuse('legal_claims', ['objection'], 'GDPR Art. 21(1)', 'certain'),
      refuse('legal_claims', ['restriction'], 'GDPR Art. 18(2)', 'certain'),
      refuse('needed_for_contract', ['erasure'], 'GDPR Art. 17(1)(a)', 'likely'),
      refuse('needed_for_contract', ['adm'], 'GDPR Art. 22(2)(a)', 'certain'),
      refuse('public_interest', ['erasure'], 'GDPR Art. 17(3)(c)-(d)', 'certain'),
      refuse('public_interest', ['objection'], 'GDPR Art. 21(6)', 'certain'),
      refuse('freedom_of_expression', ['erasure'], 'GDPR Art. 17(3)(a)', 'certain'),
      refuse('compelling_grounds', ['objection'], 'GDPR Art. 21(1)', 'certain'),
      refuse('data_accurate', ['rectification'], 'GDPR Art. 5(1)(d), 16', 'certain'),
    ],
  },
];
