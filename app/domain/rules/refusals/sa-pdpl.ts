import { type LawRefusals, refuse } from './refuse.ts';

const ASKED = ['access', 'rectification', 'erasure', 'portability', 'information', 'restriction'] as const;

/** Saudi Arabia: Articles 9, 16 and 18 of the Law, Article 3 of its Implementing Regulations. */
export const saPdpl: LawRefusals = [
  {
    from: '2023-09-14',
    grounds: [
      refuse('identity_not_established', ASKED, 'PDPL Implementing Regulations art. 3', 'likely'),
      refuse('authority_not_shown', ASKED, 'PDPL Implementing Regulations art. 3', 'likely'),
      refuse('manifestly_unfounded_or_excessive', ASKED, 'PDPL Implementing Regulations art. 3', 'likely'),
      refuse('rights_of_others', ['access', 'portability'], 'PDPL arts. 9(1)(a), 9(2), 16(4)-(6)', 'certain'),
      refuse('public_security', ['access', 'portability'], 'PDPL arts. 9(2), 16(1)-(3)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'PDPL art. 18(2)', 'likely'),
      refuse('legal_claims', ['erasure'], 'PDPL art. 18(2)', 'likely'),
      refuse('data_accurate', ['rectification'], 'PDPL Implementing Regulations art. 7', 'likely'),
    ],
  },
];
