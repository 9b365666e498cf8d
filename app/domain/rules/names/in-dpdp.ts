import { type LawNames, named } from './named.ts';

/** India: the English texts; the Act has headings, the Rules before it only verbs. */
export const inDpdp: LawNames = [
  {
    from: '2011-04-11',
    names: named('en', {
      access: ['Review of the information provided', 'SPDI Rules 2011 r. 5(6)'],
      withdraw_consent: ['Withdrawal of consent given earlier', 'SPDI Rules 2011 r. 5(7)'],
      grievance: ['Redress of grievances', 'SPDI Rules 2011 r. 5(9)'],
    }),
  },
  {
    from: '2027-05-13',
    names: named('en', {
      access: ['Right to access information about personal data', 'DPDP Act s. 11'],
      rectification: ['Right to correction and erasure of personal data', 'DPDP Act s. 12'],
      erasure: ['Right to correction and erasure of personal data', 'DPDP Act s. 12'],
      grievance: ['Right of grievance redressal', 'DPDP Act s. 13'],
      post_mortem: ['Right to nominate', 'DPDP Act s. 14'],
      withdraw_consent: ['Right to withdraw consent', 'DPDP Act s. 6(4)'],
    }),
  },
];
