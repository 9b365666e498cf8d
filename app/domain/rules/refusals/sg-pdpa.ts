import { type LawRefusals, refuse } from './refuse.ts';

/** Singapore: s. 21(3) and the Fifth Schedule for access, s. 22 for correction, s. 16(4) for consent. */
export const sgPdpa: LawRefusals = [
  {
    from: '2014-07-02',
    grounds: [
      refuse(
        'identity_not_established',
        ['access', 'rectification'],
        'PDP Regulations 2021 reg. 3',
        'likely',
      ),
      refuse('authority_not_shown', ['access', 'rectification'], 'PDP Regulations 2021 reg. 3', 'likely'),
      refuse('no_data_held', ['access'], 'PDPA Fifth Schedule, para. 1(j)(iii)', 'certain'),
      refuse('manifestly_unfounded_or_excessive', ['access'], 'PDPA Fifth Schedule, para. 1(j)', 'certain'),
      refuse('disproportionate_effort', ['access'], 'PDPA Fifth Schedule, para. 1(j)(ii)', 'certain'),
      refuse('fee_not_paid', ['access'], 'PDP Regulations 2021 reg. 7(3)', 'certain'),
      refuse('rights_of_others', ['access'], 'PDPA s. 21(3)', 'certain'),
      refuse('trade_secrets', ['access'], 'PDPA Fifth Schedule, para. 1(g)', 'likely'),
      refuse('legal_privilege', ['access'], 'PDPA Fifth Schedule, para. 1(f)', 'likely'),
      refuse('public_security', ['access'], 'PDPA s. 21(3)(e), 21(4)', 'certain'),
      refuse('legal_claims', ['access'], 'PDPA Fifth Schedule, para. 1(d), (h)', 'likely'),
      refuse('duty_to_keep', ['withdraw_consent'], 'PDPA s. 16(4)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'PDPA s. 25', 'certain'),
      refuse('legal_claims', ['erasure'], 'PDPA s. 25', 'likely'),
      refuse('data_accurate', ['rectification'], 'PDPA s. 22(2), 22(5)', 'certain'),
    ],
  },
];
