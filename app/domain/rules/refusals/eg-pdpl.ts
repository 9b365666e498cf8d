import { type LawRefusals, refuse } from './refuse.ts';

/** Egypt: the Law says little of refusals; what its lawful bases imply is marked unsure. */
export const egPdpl: LawRefusals = [
  {
    from: '2020-10-14',
    grounds: [
      refuse('identity_not_established', 'all', 'PDPL art. 32', 'likely'),
      refuse('authority_not_shown', 'all', 'PDPL art. 32', 'likely'),
      refuse(
        'fee_not_paid',
        ['access', 'rectification', 'erasure', 'restriction', 'objection'],
        'PDPL art. 2',
        'unsure',
      ),
      refuse('conditions_not_met', ['objection'], 'PDPL art. 2(6)', 'likely'),
      refuse('barred_by_law', ['access'], 'PDPL art. 3', 'unsure'),
      refuse('duty_to_keep', ['erasure', 'restriction', 'objection'], 'PDPL art. 6', 'unsure'),
      refuse('needed_for_contract', ['erasure', 'restriction', 'objection'], 'PDPL art. 6', 'unsure'),
      refuse('legal_claims', ['erasure', 'restriction', 'objection'], 'PDPL art. 6', 'unsure'),
    ],
  },
];
