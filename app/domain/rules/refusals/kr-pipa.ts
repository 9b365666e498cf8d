import { type LawRefusals, refuse } from './refuse.ts';

/** Korea: PIPA Articles 35(4), 36(1), 37(2), 37-2; the form of a refusal is set by the Commission. */
export const krPipa: LawRefusals = [
  {
    from: '2011-09-30',
    grounds: [
      refuse(
        'identity_not_established',
        ['access', 'rectification', 'erasure', 'restriction', 'withdraw_consent', 'portability', 'adm'],
        'PIPA Enforcement Decree Art. 46',
        'certain',
      ),
      refuse(
        'authority_not_shown',
        ['access', 'rectification', 'erasure', 'restriction', 'withdraw_consent', 'portability', 'adm'],
        'PIPA Art. 38; Enforcement Decree Art. 45',
        'certain',
      ),
      refuse('no_data_held', ['access', 'rectification', 'erasure'], 'PIPA Art. 35, 36', 'likely'),
      refuse('conditions_not_met', ['portability'], 'PIPA Art. 35-2; Enforcement Decree Art. 42-2', 'likely'),
      refuse('conditions_not_met', ['adm'], 'PIPA Art. 37-2(1), (3)', 'likely'),
      refuse('rights_of_others', ['access'], 'PIPA Art. 35(4)2', 'certain'),
      refuse('rights_of_others', ['restriction'], 'PIPA Art. 37(2)2', 'certain'),
      refuse('rights_of_others', ['information'], 'PIPA Art. 20(4)', 'likely'),
      refuse('barred_by_law', ['access'], 'PIPA Art. 35(4)1', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'PIPA Art. 36(1)', 'certain'),
      refuse('duty_to_keep', ['restriction'], 'PIPA Art. 37(2)1', 'certain'),
      refuse('needed_for_contract', ['restriction'], 'PIPA Art. 37(2)4', 'certain'),
      refuse('needed_for_contract', ['adm'], 'PIPA Art. 37-2(1)', 'likely'),
      refuse('data_accurate', ['rectification'], 'PIPA Art. 36', 'likely'),
    ],
  },
];
