import { type LawRefusals, refuse } from './refuse.ts';

/** The rights from which Article 15(1) makes exceptions; access and rectification are not among them. */
const EXCEPTED = ['erasure', 'withdraw_consent', 'adm', 'restriction', 'portability'] as const;

/** Indonesia: Articles 15, 33 and 41 of UU 27/2022. */
export const idPdp: LawRefusals = [
  {
    from: '2022-10-17',
    grounds: [
      refuse(
        'identity_not_established',
        ['access', 'rectification', 'erasure', 'withdraw_consent', 'adm', 'restriction', 'portability'],
        'UU 27/2022 art. 14',
        'likely',
      ),
      refuse(
        'authority_not_shown',
        ['access', 'rectification', 'erasure'],
        'UU 27/2022 arts. 25, 26',
        'likely',
      ),
      refuse('conditions_not_met', ['adm'], 'UU 27/2022 art. 10(1)', 'certain'),
      refuse('rights_of_others', ['rectification'], 'UU 27/2022 art. 33(a)-(b)', 'certain'),
      refuse('rights_of_others', ['access'], 'UU 27/2022 art. 33(a)-(b)', 'likely'),
      refuse('rights_of_others', ['restriction'], 'UU 27/2022 art. 41', 'likely'),
      refuse('barred_by_law', ['restriction'], 'UU 27/2022 art. 41', 'likely'),
      refuse('needed_for_contract', ['restriction'], 'UU 27/2022 art. 41', 'likely'),
      refuse('public_security', ['rectification'], 'UU 27/2022 art. 33(c)', 'certain'),
      refuse('public_security', ['access'], 'UU 27/2022 art. 33(c)', 'likely'),
      refuse('public_security', EXCEPTED, 'UU 27/2022 art. 15(1)(a)-(b)', 'certain'),
      refuse('public_interest', EXCEPTED, 'UU 27/2022 art. 15(1)(c)-(e)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'UU 27/2022 art. 8', 'likely'),
      refuse('data_accurate', ['rectification'], 'UU 27/2022 arts. 6, 30', 'likely'),
    ],
  },
];
