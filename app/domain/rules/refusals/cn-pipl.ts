import { type LawRefusals, refuse } from './refuse.ts';

/** Mainland China: Articles 18(1), 44 to 49. Consent and the explanation of rules know no ground. */
export const cnPipl: LawRefusals = [
  {
    from: '2021-11-01',
    grounds: [
      refuse(
        'identity_not_established',
        ['portability'],
        'Network Data Security Regulations art. 25',
        'likely',
      ),
      refuse('conditions_not_met', ['erasure'], 'PIPL art. 47', 'certain'),
      refuse(
        'conditions_not_met',
        ['portability'],
        'PIPL art. 45; Network Data Security Regulations art. 25',
        'certain',
      ),
      refuse('conditions_not_met', ['adm'], 'PIPL art. 24', 'certain'),
      refuse('conditions_not_met', ['post_mortem'], 'PIPL art. 49', 'certain'),
      refuse(
        'disproportionate_effort',
        ['erasure'],
        'PIPL art. 47 (technically hard to carry out)',
        'certain',
      ),
      refuse('rights_of_others', ['portability'], 'Network Data Security Regulations art. 25', 'likely'),
      refuse('barred_by_law', ['access'], 'PIPL arts. 18(1), 45', 'certain'),
      refuse('barred_by_law', ['restriction'], 'PIPL art. 44', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'PIPL art. 47', 'certain'),
      refuse('data_accurate', ['rectification'], 'PIPL art. 46', 'certain'),
    ],
  },
];
