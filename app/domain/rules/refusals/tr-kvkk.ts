import { type LawRefusals, refuse } from './refuse.ts';

const ARTICLE_11 = ['access', 'purposes_notice', 'recipients', 'rectification', 'erasure', 'adm'] as const;

/** Türkiye: Article 28(2) for the whole list of Article 11, Article 7 for erasure. */
export const trKvkk: LawRefusals = [
  {
    from: '2016-04-07',
    grounds: [
      refuse(
        'identity_not_established',
        ARTICLE_11,
        'KVKK art. 13; Communiqué on applications (2018) art. 5',
        'likely',
      ),
      refuse(
        'authority_not_shown',
        ARTICLE_11,
        'KVKK art. 13; Communiqué on applications (2018) art. 5',
        'likely',
      ),
      refuse('conditions_not_met', ['erasure'], 'KVKK arts. 7(1), 11(1)(e)', 'certain'),
      refuse('conditions_not_met', ['adm'], 'KVKK art. 11(1)(g)', 'certain'),
      refuse('public_security', ARTICLE_11, 'KVKK art. 28(2)(a), (c)-(ç)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'KVKK arts. 5(2)(ç), 7(2)', 'certain'),
      refuse('legal_claims', ['erasure'], 'KVKK art. 5(2)(e)', 'likely'),
      refuse('needed_for_contract', ['erasure'], 'KVKK art. 5(2)(c)', 'likely'),
      refuse('data_accurate', ['rectification'], 'KVKK art. 11(1)(d)', 'likely'),
    ],
  },
];
