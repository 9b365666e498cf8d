import { type LawRefusals, refuse } from './refuse.ts';

const POLICY = 'Privacy policy (general), "Your rights"';
const ANSWERED = ['access', 'rectification', 'erasure'] as const;

/** Elsewhere: what our policy reserves. An opt-out and a consent taken back are followed. */
export const rowPolicy: LawRefusals = [
  {
    from: '2018-05-14',
    grounds: [
      refuse('identity_not_established', ANSWERED, POLICY, 'certain'),
      refuse('authority_not_shown', ANSWERED, POLICY, 'certain'),
      refuse('no_data_held', ANSWERED, POLICY, 'certain'),
      refuse('manifestly_unfounded_or_excessive', ANSWERED, POLICY, 'likely'),
      refuse('rights_of_others', ANSWERED, POLICY, 'likely'),
      refuse('duty_to_keep', ['erasure'], POLICY, 'certain'),
      refuse('legal_claims', ['erasure'], POLICY, 'certain'),
      refuse('data_accurate', ['rectification'], POLICY, 'likely'),
    ],
  },
];
