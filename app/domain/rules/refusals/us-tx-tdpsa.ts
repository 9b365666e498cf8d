import { type LawRefusals, refuse } from './refuse.ts';

const RIGHTS = ['access', 'rectification', 'erasure', 'portability', 'optout_sale'] as const;
const AUTHENTICATED = ['access', 'rectification', 'erasure', 'portability'] as const;

/** Texas: §§ 541.051 and 541.052, and the limits of §§ 541.106 and 541.201. Opt-outs are authenticated too. */
export const usTxTdpsa: LawRefusals = [
  {
    from: '2024-07-01',
    grounds: [
      refuse(
        'identity_not_established',
        RIGHTS,
        'Tex. Bus. & Com. Code §§ 541.051(b), 541.052(e)',
        'certain',
      ),
      refuse('authority_not_shown', ['optout_sale'], 'Tex. Bus. & Com. Code § 541.055(e)', 'likely'),
      refuse('data_not_locatable', AUTHENTICATED, 'Tex. Bus. & Com. Code § 541.106', 'likely'),
      refuse('manifestly_unfounded_or_excessive', RIGHTS, 'Tex. Bus. & Com. Code § 541.052(d)', 'certain'),
      refuse('legal_privilege', AUTHENTICATED, 'Tex. Bus. & Com. Code ch. 541, subch. E', 'unsure'),
      refuse('rights_of_others', AUTHENTICATED, 'Tex. Bus. & Com. Code ch. 541, subch. E', 'unsure'),
      refuse('public_security', AUTHENTICATED, 'Tex. Bus. & Com. Code § 541.201', 'likely'),
      refuse('duty_to_keep', ['erasure'], 'Tex. Bus. & Com. Code § 541.201', 'likely'),
      refuse('legal_claims', ['erasure'], 'Tex. Bus. & Com. Code § 541.201', 'likely'),
      refuse('needed_for_contract', ['erasure'], 'Tex. Bus. & Com. Code § 541.201', 'likely'),
      refuse('security_of_service', ['erasure'], 'Tex. Bus. & Com. Code § 541.201', 'likely'),
      refuse('public_interest', ['erasure'], 'Tex. Bus. & Com. Code § 541.201', 'likely'),
      refuse('data_accurate', ['rectification'], 'Tex. Bus. & Com. Code § 541.051(b)', 'likely'),
    ],
  },
];
