import { type LawNames, named } from './named.ts';

/** Canada: the names of the principles, in both languages of the Act. */
export const caPipeda: LawNames = [
  {
    from: '2004-01-01',
    names: [
      ...named('en', {
        access: ['Individual Access', 'PIPEDA Sch. 1, 4.9'],
        rectification: ['Amendment', 'PIPEDA Sch. 1, 4.9.5'],
        withdraw_consent: ['Withdrawal of consent', 'PIPEDA Sch. 1, 4.3.8'],
        optout_marketing: ['Unsubscribe mechanism', 'CASL s. 11'],
      }),
      ...named('fr', {
        access: ['Accès aux renseignements personnels', 'LPRPDE ann. 1, 4.9'],
        withdraw_consent: ['Retrait du consentement', 'LPRPDE ann. 1, 4.3.8'],
      }),
    ],
  },
];
