import { type LawNames, named } from './named.ts';

/** Hong Kong: the Ordinance in both official languages. */
export const hkPdpo: LawNames = [
  {
    from: '1996-12-20',
    names: [
      ...named('en', {
        access: ['Data access request', 'PDPO s. 18'],
        rectification: ['Data correction request', 'PDPO s. 22'],
      }),
      ...named('zh-Hant', {
        access: ['查閱資料要求', '《個人資料（私隱）條例》第18條'],
        rectification: ['改正資料要求', '《個人資料（私隱）條例》第22條'],
      }),
    ],
  },
];
