import { type LawRefusals, refuse } from './refuse.ts';

/** Macau: Articles 11 to 13 of Law 8/2005. */
export const moPdpa: LawRefusals = [
  {
    from: '2006-02-19',
    grounds: [
      refuse('conditions_not_met', ['rectification', 'erasure'], 'Law 8/2005 art. 11(1)', 'likely'),
      refuse('conditions_not_met', ['objection'], 'Law 8/2005 art. 12', 'likely'),
      refuse('conditions_not_met', ['adm'], 'Law 8/2005 art. 13', 'likely'),
      refuse('public_security', ['access'], 'Law 8/2005 art. 11', 'likely'),
      refuse('freedom_of_expression', ['access'], 'Law 8/2005 art. 11', 'likely'),
      refuse('public_interest', ['access'], 'Law 8/2005 art. 11', 'likely'),
      refuse('barred_by_law', ['objection'], 'Law 8/2005 art. 12', 'likely'),
      refuse('needed_for_contract', ['adm'], 'Law 8/2005 art. 13', 'likely'),
      refuse('data_accurate', ['rectification'], 'Law 8/2005 art. 11(1)', 'likely'),
    ],
  },
];
