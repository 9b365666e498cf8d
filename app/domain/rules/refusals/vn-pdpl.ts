import { type LawRefusals, refuse } from './refuse.ts';

const TODAY = [
  'access',
  'rectification',
  'provision_copy',
  'erasure',
  'restriction',
  'objection',
  'stop_third_party',
] as const;

/** Vietnam: Articles 14 and 16 of Decree 13/2023; since 2026 Article 4(3) of the Law of 2025 binds every request. */
export const vnPdpl: LawRefusals = [
  {
    from: '2023-07-01',
    grounds: [
      refuse('authority_not_shown', ['access', 'provision_copy'], 'Decree 13/2023 art. 14', 'likely'),
      refuse('rights_of_others', ['provision_copy'], 'Decree 13/2023 art. 14(4)', 'likely'),
      refuse('public_security', ['provision_copy'], 'Decree 13/2023 art. 14(4)', 'likely'),
      refuse(
        'barred_by_law',
        ['access', 'rectification', 'restriction', 'objection'],
        'Decree 13/2023 art. 9',
        'likely',
      ),
      refuse('conditions_not_met', ['erasure'], 'Decree 13/2023 art. 16(1)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'Decree 13/2023 art. 16(2)', 'certain'),
      refuse('public_interest', ['erasure'], 'Decree 13/2023 art. 16(2)', 'certain'),
      refuse('public_security', ['erasure'], 'Decree 13/2023 art. 16(2)', 'certain'),
    ],
  },
  {
    from: '2026-01-01',
    grounds: [
      refuse('identity_not_established', TODAY, 'Decree 356/2025 art. 5 (valid request)', 'likely'),
      refuse('authority_not_shown', TODAY, 'Decree 356/2025 art. 5 (valid request)', 'likely'),
      refuse('rights_of_others', [...TODAY, 'withdraw_consent'], 'Law 91/2025 art. 4(3)', 'certain'),
      refuse('needed_for_contract', [...TODAY, 'withdraw_consent'], 'Law 91/2025 art. 4(3)', 'likely'),
      refuse('barred_by_law', [...TODAY, 'withdraw_consent'], 'Law 91/2025 art. 4(3)', 'likely'),
      refuse('conditions_not_met', ['erasure'], 'Law 91/2025 art. 14', 'likely'),
      refuse('conditions_not_met', ['rectification'], 'Law 91/2025 art. 13', 'likely'),
      refuse('duty_to_keep', ['erasure'], 'Law 91/2025 art. 14', 'unsure'),
    ],
  },
];
