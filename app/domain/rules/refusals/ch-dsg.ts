import { type LawRefusals, refuse } from './refuse.ts';

/** Switzerland: Article 26 for access and, through Article 29, portability; Articles 20, 21, 31, 32 for the rest. */
export const chDsg: LawRefusals = [
  {
    from: '2023-09-01',
    grounds: [
      refuse('identity_not_established', ['access', 'portability'], 'DSV Art. 16(5), 22', 'certain'),
      refuse('authority_not_shown', ['access', 'portability'], 'DSV Art. 16(5), 22', 'likely'),
      refuse(
        'identity_not_established',
        ['rectification', 'erasure', 'objection', 'restriction'],
        'DSV Art. 16(5), by analogy',
        'unsure',
      ),
      refuse('no_data_held', ['access'], 'DSG Art. 25(1)', 'likely'),
      refuse('conditions_not_met', ['portability'], 'DSG Art. 28(1)', 'certain'),
      refuse('conditions_not_met', ['adm'], 'DSG Art. 21(3)(b)', 'certain'),
      refuse(
        'manifestly_unfounded_or_excessive',
        ['access', 'portability'],
        'DSG Art. 26(1)(c), 29(1)',
        'certain',
      ),
      refuse('disproportionate_effort', ['information'], 'DSG Art. 20(2)(b)', 'certain'),
      refuse('rights_of_others', ['access', 'portability'], 'DSG Art. 26(1)(b), 29(1)', 'certain'),
      refuse('rights_of_others', ['information'], 'DSG Art. 20(3)(a)', 'certain'),
      refuse('barred_by_law', ['access', 'portability'], 'DSG Art. 26(1)(a), 29(1)', 'certain'),
      refuse('barred_by_law', ['rectification'], 'DSG Art. 32(1)(a)', 'certain'),
      refuse('duty_to_keep', ['erasure', 'objection', 'restriction'], 'DSG Art. 31(1)', 'likely'),
      refuse('needed_for_contract', ['erasure', 'objection', 'restriction'], 'DSG Art. 31(2)(a)', 'likely'),
      refuse('needed_for_contract', ['adm'], 'DSG Art. 21(3)(a)', 'certain'),
      refuse('public_interest', ['rectification'], 'DSG Art. 32(1)(b)', 'certain'),
      refuse('compelling_grounds', ['access', 'portability'], 'DSG Art. 26(2)(a), 29(1)', 'likely'),
      refuse('compelling_grounds', ['erasure', 'objection', 'restriction'], 'DSG Art. 31(1)-(2)', 'likely'),
      refuse('data_accurate', ['rectification'], 'DSG Art. 32(1), 32(3)', 'likely'),
    ],
  },
];
