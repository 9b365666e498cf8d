import { type LawRefusals, refuse } from './refuse.ts';

const AUTHENTICATED = ['access', 'rectification', 'erasure', 'portability'] as const;

/**
 * Colorado: § 6-1-1306(2), and the limits of §§ 6-1-1304(3) and 6-1-1307. The Act lets nobody refuse a request as
 * unfounded or repeated: a second one in twelve months may cost something, no more.
 */
export const usCoCpa: LawRefusals = [
  {
    from: '2023-07-01',
    grounds: [
      refuse('identity_not_established', AUTHENTICATED, 'C.R.S. § 6-1-1306(2)(d)', 'certain'),
      refuse('authority_not_shown', ['optout_sale'], 'C.R.S. § 6-1-1306(1)(a)(II)', 'likely'),
      refuse('data_not_locatable', AUTHENTICATED, 'C.R.S. § 6-1-1307', 'certain'),
      refuse('trade_secrets', ['portability'], 'C.R.S. § 6-1-1306(1)(e)', 'likely'),
      refuse('legal_privilege', AUTHENTICATED, 'C.R.S. § 6-1-1304(3)', 'likely'),
      refuse('rights_of_others', AUTHENTICATED, 'C.R.S. § 6-1-1304(3)', 'likely'),
      refuse('public_security', AUTHENTICATED, 'C.R.S. § 6-1-1304(3)(a)', 'likely'),
      refuse('duty_to_keep', ['erasure'], 'C.R.S. § 6-1-1304(3)(a)', 'certain'),
      refuse('legal_claims', ['erasure'], 'C.R.S. § 6-1-1304(3)(a)', 'certain'),
      refuse('needed_for_contract', ['erasure'], 'C.R.S. § 6-1-1304(3)(a)', 'certain'),
      refuse('security_of_service', ['erasure'], 'C.R.S. § 6-1-1304(3)(a)', 'certain'),
      refuse('public_interest', ['erasure'], 'C.R.S. § 6-1-1304(3)(a)', 'likely'),
      refuse('data_accurate', ['rectification'], 'C.R.S. § 6-1-1306(1)(c)', 'likely'),
    ],
  },
];
