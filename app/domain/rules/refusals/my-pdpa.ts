import { type LawRefusals, refuse } from './refuse.ts';

/** Malaysia: s. 32 for access, s. 36 for correction, s. 42 for damage or distress. Consent and marketing have none. */
export const myPdpa: LawRefusals = [
  {
    from: '2013-11-15',
    grounds: [
      refuse('identity_not_established', ['access'], 'PDPA s. 32(1)(a)', 'certain'),
      refuse('identity_not_established', ['rectification'], 'PDPA s. 36(1)(a)', 'certain'),
      refuse('authority_not_shown', ['access'], 'PDPA s. 32(1)(a)', 'certain'),
      refuse('authority_not_shown', ['rectification'], 'PDPA s. 36(1)(a)', 'certain'),
      refuse('not_the_controller', ['access'], 'PDPA s. 32(1)', 'likely'),
      refuse('not_the_controller', ['rectification'], 'PDPA s. 36(1)', 'likely'),
      refuse('data_not_locatable', ['access'], 'PDPA s. 32(1)', 'certain'),
      refuse('conditions_not_met', ['restriction'], 'PDPA s. 42(1), 42(3)', 'certain'),
      refuse('conditions_not_met', ['portability'], 'PDPA s. 43A (technical feasibility)', 'certain'),
      refuse('disproportionate_effort', ['access'], 'PDPA s. 32(1)', 'certain'),
      refuse('fee_not_paid', ['access'], 'PDPA s. 30(2), 32', 'likely'),
      refuse('rights_of_others', ['access'], 'PDPA s. 32(1)', 'certain'),
      refuse('trade_secrets', ['access'], 'PDPA s. 32(1)', 'likely'),
      refuse('barred_by_law', ['access'], 'PDPA s. 32(1)', 'certain'),
      refuse('public_security', ['access', 'rectification'], 'PDPA s. 45(2)(a)', 'likely'),
      refuse('duty_to_keep', ['restriction'], 'PDPA s. 42(3)', 'likely'),
      refuse('needed_for_contract', ['restriction'], 'PDPA s. 42(3)', 'likely'),
      refuse('duty_to_keep', ['erasure'], 'PDPA s. 10', 'likely'),
      refuse('data_accurate', ['rectification'], 'PDPA s. 36(1)', 'certain'),
    ],
  },
];
