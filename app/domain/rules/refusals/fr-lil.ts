import { type LawRefusals, refuse } from './refuse.ts';

/** France: data after death only; the rest stands in the Regulation. Article 40-1 until May 2019, 84 to 86 since. */
export const frLil: LawRefusals = [
  {
    from: '2018-05-25',
    grounds: [
      refuse('authority_not_shown', ['post_mortem'], 'LIL art. 40-1 III', 'likely'),
      refuse('conditions_not_met', ['post_mortem'], 'LIL art. 40-1 III', 'certain'),
    ],
  },
  {
    from: '2019-06-01',
    grounds: [
      refuse('authority_not_shown', ['post_mortem'], 'LIL art. 85', 'likely'),
      refuse('conditions_not_met', ['post_mortem'], 'LIL art. 85 II', 'certain'),
    ],
  },
];
