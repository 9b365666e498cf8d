import { type LawRefusals, refuse } from './refuse.ts';

/** Brazil: Article 18 §§ 3 and 4 for every right of the article, Article 16 for elimination, trade secrets by right. */
export const brLgpd: LawRefusals = [
  {
    from: '2020-09-18',
    grounds: [
      refuse('identity_not_established', 'all', 'LGPD art. 18 §3', 'certain'),
      refuse('authority_not_shown', 'all', 'LGPD art. 18 §3', 'certain'),
      refuse('not_the_controller', 'all', 'LGPD art. 18 §4 I', 'certain'),
      refuse('no_data_held', ['access'], 'LGPD arts. 18 I, 19', 'likely'),
      refuse('conditions_not_met', ['restriction'], 'LGPD art. 18 IV', 'certain'),
      refuse('conditions_not_met', ['objection'], 'LGPD art. 18 §2', 'certain'),
      refuse('conditions_not_met', ['erasure'], 'LGPD art. 18 IV, VI', 'likely'),
      refuse('conditions_not_met', ['adm'], 'LGPD art. 20', 'certain'),
      refuse('trade_secrets', ['access'], 'LGPD arts. 9 II, 19 II', 'certain'),
      refuse('trade_secrets', ['portability'], 'LGPD art. 18 V', 'certain'),
      refuse('trade_secrets', ['adm'], 'LGPD art. 20 §1', 'certain'),
      refuse('barred_by_law', 'all', 'LGPD art. 18 §4 II', 'likely'),
      refuse('duty_to_keep', ['erasure'], 'LGPD art. 16 I', 'certain'),
      refuse('public_interest', ['erasure'], 'LGPD art. 16 II', 'certain'),
      refuse('legal_claims', ['erasure', 'objection', 'restriction'], 'LGPD art. 7 VI', 'likely'),
      refuse('data_accurate', ['rectification'], 'LGPD art. 18 III', 'likely'),
    ],
  },
];
