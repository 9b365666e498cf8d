import { type LawRefusals, refuse } from './refuse.ts';

/** Hong Kong: s. 20 for access, s. 24 for correction, Part 8 for exemptions. Marketing must cease on request (s. 35G). */
export const hkPdpo: LawRefusals = [
  {
    from: '1996-12-20',
    grounds: [
      refuse('identity_not_established', ['access'], 'PDPO s. 20(1)(a)', 'certain'),
      refuse('identity_not_established', ['rectification'], 'PDPO s. 24(1)', 'likely'),
      refuse('authority_not_shown', ['access'], 'PDPO s. 20(1)(a)', 'certain'),
      refuse('authority_not_shown', ['rectification'], 'PDPO s. 24(1)', 'likely'),
      refuse('not_the_controller', ['access'], 'PDPO s. 20(3)(d)', 'certain'),
      refuse('not_the_controller', ['rectification'], 'PDPO s. 24(3)(e)', 'likely'),
      refuse('no_data_held', ['access'], 'PDPO s. 18(1)(a)', 'likely'),
      refuse('data_not_locatable', ['access'], 'PDPO s. 20(3)(b)', 'certain'),
      refuse(
        'manifestly_unfounded_or_excessive',
        ['access'],
        'PDPO s. 20(3)(c) (repeated requests)',
        'certain',
      ),
      refuse('fee_not_paid', ['access'], 'PDPO s. 28(5)', 'likely'),
      refuse('rights_of_others', ['access'], 'PDPO s. 20(1)(b)', 'certain'),
      refuse('barred_by_law', ['access'], 'PDPO s. 20(1)(c)', 'certain'),
      refuse('legal_privilege', ['access'], 'PDPO ss. 20(3)(f), 60', 'certain'),
      refuse('public_security', ['access'], 'PDPO ss. 20(3)(f), 57, 58', 'certain'),
      refuse('data_accurate', ['rectification'], 'PDPO s. 24(3)(b)', 'certain'),
    ],
  },
];
