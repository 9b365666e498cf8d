import { type LawRefusals, refuse } from './refuse.ts';

const ASKED = [
  'access',
  'rectification',
  'erasure',
  'objection',
  'restriction',
  'portability',
  'adm',
] as const;

/** Philippines: ss. 16 to 19 of the Act and IRR s. 34. Erasure and blocking want substantial proof of a ground. */
export const phDpa: LawRefusals = [
  {
    from: '2021-01-29',
    grounds: [
      refuse('identity_not_established', [...ASKED, 'post_mortem'], 'NPC Advisory 2021-01', 'likely'),
      refuse('authority_not_shown', [...ASKED, 'post_mortem'], 'DPA s. 17; NPC Advisory 2021-01', 'likely'),
      refuse('conditions_not_met', ['erasure', 'restriction'], 'DPA s. 16(e); IRR s. 34(e)', 'certain'),
      refuse('conditions_not_met', ['portability'], 'DPA s. 18', 'certain'),
      refuse('manifestly_unfounded_or_excessive', ['rectification'], 'DPA s. 16(d)', 'certain'),
      refuse('public_security', [...ASKED, 'information'], 'DPA s. 19', 'certain'),
      refuse(
        'public_interest',
        [...ASKED, 'information'],
        'DPA s. 19 (scientific and statistical research)',
        'certain',
      ),
      refuse('duty_to_keep', ['objection'], 'IRR s. 34(b)(1), (3)', 'certain'),
      refuse('needed_for_contract', ['objection'], 'IRR s. 34(b)(2)', 'certain'),
      refuse('duty_to_keep', ['erasure', 'restriction'], 'NPC Advisory 2021-01', 'likely'),
      refuse('legal_claims', ['erasure', 'restriction'], 'NPC Advisory 2021-01', 'likely'),
      refuse('data_accurate', ['rectification'], 'DPA s. 16(d)', 'likely'),
    ],
  },
];
