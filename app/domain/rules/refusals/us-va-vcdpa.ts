import { type LawRefusals, refuse } from './refuse.ts';

const RIGHTS = ['access', 'rectification', 'erasure', 'portability', 'optout_sale'] as const;
const AUTHENTICATED = ['access', 'rectification', 'erasure', 'portability'] as const;

/** Virginia: § 59.1-577(B), and the limitations of §§ 59.1-581 and 59.1-582. Opt-outs are authenticated too. */
export const usVaVcdpa: LawRefusals = [
  {
    from: '2023-01-01',
    grounds: [
      refuse('identity_not_established', RIGHTS, 'Va. Code § 59.1-577(A), (B)(4)', 'certain'),
      refuse('authority_not_shown', RIGHTS, 'Va. Code § 59.1-577(A)', 'likely'),
      refuse('data_not_locatable', AUTHENTICATED, 'Va. Code § 59.1-581', 'certain'),
      refuse('manifestly_unfounded_or_excessive', RIGHTS, 'Va. Code § 59.1-577(B)(3)', 'certain'),
      refuse('rights_of_others', AUTHENTICATED, 'Va. Code § 59.1-582(E)', 'likely'),
      refuse('legal_privilege', RIGHTS, 'Va. Code § 59.1-582(C)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'Va. Code § 59.1-582(A)', 'certain'),
      refuse('public_security', AUTHENTICATED, 'Va. Code § 59.1-582(A)', 'likely'),
      refuse('legal_claims', ['erasure'], 'Va. Code § 59.1-582(A)', 'certain'),
      refuse('needed_for_contract', ['erasure'], 'Va. Code § 59.1-582(A)', 'certain'),
      refuse('security_of_service', ['erasure'], 'Va. Code § 59.1-582(A)', 'certain'),
      refuse('public_interest', ['erasure'], 'Va. Code § 59.1-582(A)', 'likely'),
      refuse('freedom_of_expression', ['erasure'], 'Va. Code § 59.1-582(E)', 'likely'),
      refuse('data_accurate', ['rectification'], 'Va. Code § 59.1-577(A)', 'likely'),
    ],
  },
];
