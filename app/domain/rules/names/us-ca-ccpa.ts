import { type LawNames, named } from './named.ts';

/** California: the names that the regulations give the rights. */
export const usCaCcpa: LawNames = [
  {
    from: '2020-01-01',
    names: named('en', {
      access: ['Right to know', 'Cal. Civ. Code § 1798.110; 11 CCR § 7001'],
      erasure: ['Right to delete', 'Cal. Civ. Code § 1798.105; 11 CCR § 7001'],
      rectification: ['Right to correct', 'Cal. Civ. Code § 1798.106; 11 CCR § 7001'],
      limit_sensitive: [
        'Right to limit use and disclosure of sensitive personal information',
        'Cal. Civ. Code § 1798.121',
      ],
      optout_sale: ['Right to opt out of sale or sharing', 'Cal. Civ. Code § 1798.120'],
      nondiscrimination: [
        'Right of no retaliation following opt out or exercise of other rights',
        'Cal. Civ. Code § 1798.125',
      ],
    }),
  },
];
