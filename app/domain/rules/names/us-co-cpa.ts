import { type LawNames, named } from './named.ts';

/** Colorado: the only one of the four States whose law gives its rights names. */
export const usCoCpa: LawNames = [
  {
    from: '2023-07-01',
    names: named('en', {
      optout_sale: ['Right to opt out', 'C.R.S. § 6-1-1306(1)(a)'],
      access: ['Right of access', 'C.R.S. § 6-1-1306(1)(b)'],
      rectification: ['Right to correction', 'C.R.S. § 6-1-1306(1)(c)'],
      erasure: ['Right to deletion', 'C.R.S. § 6-1-1306(1)(d)'],
      portability: ['Right to data portability', 'C.R.S. § 6-1-1306(1)(e)'],
    }),
  },
];
