import { type LawNames, named } from './named.ts';

/** Philippines: the Act and the headings of IRR section 34, in English. */
export const phDpa: LawNames = [
  {
    from: '2021-01-29',
    names: named('en', {
      information: ['Right to be informed', 'IRR s. 34(a)'],
      objection: ['Right to object', 'IRR s. 34(b)'],
      access: ['Right to access', 'IRR s. 34(c)'],
      rectification: ['Right to rectification', 'IRR s. 34(d)'],
      erasure: ['Right to erasure or blocking', 'IRR s. 34(e)'],
      restriction: ['Right to erasure or blocking', 'IRR s. 34(e)'],
      portability: ['Right to data portability', 'DPA s. 18'],
      post_mortem: ['Transmissibility of rights of the data subject', 'DPA s. 17'],
    }),
  },
];
