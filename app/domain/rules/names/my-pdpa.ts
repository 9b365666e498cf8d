import { type LawNames, named } from './named.ts';

/** Malaysia: the headings of the sections, in English and in the national language. */
export const myPdpa: LawNames = [
  {
    from: '2013-11-15',
    names: [
      ...named('en', {
        access: ['Right of access to personal data', 'PDPA s. 30'],
        rectification: ['Right to correct personal data', 'PDPA s. 34'],
        withdraw_consent: ['Withdrawal of consent to process personal data', 'PDPA s. 38'],
        restriction: ['Right to prevent processing likely to cause damage or distress', 'PDPA s. 42'],
        optout_marketing: ['Right to prevent processing for purposes of direct marketing', 'PDPA s. 43'],
        portability: ['Right to data portability', 'PDPA s. 43A'],
      }),
      ...named(
        'ms',
        {
          access: ['Hak untuk mengakses data peribadi', 'APDP s. 30'],
          rectification: ['Hak untuk membetulkan data peribadi', 'APDP s. 34'],
          withdraw_consent: ['Penarikan balik persetujuan untuk memproses data peribadi', 'APDP s. 38'],
        },
        'likely',
      ),
    ],
  },
];
