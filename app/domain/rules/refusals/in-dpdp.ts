import { type LawRefusals, refuse } from './refuse.ts';

/**
 * India: the SPDI Rules know few grounds, all in r. 5(6); the Act of 2023 has its own in ss. 11 to 17. Neither has one
 * against taking consent back.
 */
export const inDpdp: LawRefusals = [
  {
    from: '2011-04-11',
    grounds: [
      refuse('conditions_not_met', ['access', 'rectification'], 'SPDI Rules 2011 r. 3, 5(6)', 'likely'),
      refuse(
        'disproportionate_effort',
        ['rectification'],
        'SPDI Rules 2011 r. 5(6) ("as feasible")',
        'likely',
      ),
      refuse('data_accurate', ['rectification'], 'SPDI Rules 2011 r. 5(6)', 'certain'),
    ],
  },
  {
    from: '2027-05-13',
    grounds: [
      refuse(
        'identity_not_established',
        ['access', 'rectification', 'erasure', 'post_mortem'],
        'DPDP Rules 2025 r. 14',
        'likely',
      ),
      refuse('authority_not_shown', ['post_mortem'], 'DPDP Act s. 14', 'likely'),
      refuse('conditions_not_met', ['access', 'rectification'], 'DPDP Act s. 11(1), 12(1)', 'certain'),
      refuse('conditions_not_met', ['erasure'], 'DPDP Act s. 12(1), 12(3)', 'certain'),
      refuse('manifestly_unfounded_or_excessive', ['grievance'], 'DPDP Act s. 15(d)', 'certain'),
      refuse('public_security', ['access'], 'DPDP Act s. 11(2), 17(1)(c)', 'certain'),
      refuse('public_security', ['rectification', 'erasure'], 'DPDP Act s. 17(1)(c)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'DPDP Act s. 12(3)', 'certain'),
      refuse('legal_claims', ['access', 'rectification', 'erasure'], 'DPDP Act s. 17(1)(a)', 'certain'),
      refuse('data_accurate', ['rectification'], 'DPDP Act s. 12(2)', 'certain'),
    ],
  },
];
