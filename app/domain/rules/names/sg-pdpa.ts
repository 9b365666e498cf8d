import type { LocalName } from '../local-name.ts';
import { type LawNames, named } from './named.ts';

const first: readonly LocalName[] = named('en', {
  access: ['Access to personal data', 'PDPA s. 21'],
  rectification: ['Correction of personal data', 'PDPA s. 22'],
  withdraw_consent: ['Withdrawal of consent', 'PDPA s. 16'],
});

/** Singapore: the headings of the sections. */
export const sgPdpa: LawNames = [
  { from: '2014-07-02', names: first },
  {
    from: '2021-02-01',
    names: [
      ...first,
      ...named('en', {
        preserve_copy_after_refusal: ['Preservation of copies of personal data', 'PDPA s. 22A'],
      }),
    ],
  },
];
