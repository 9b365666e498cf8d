import { type LawRefusals, refuse } from './refuse.ts';

const DECREE = 'Federal Decree-Law 45/2021';

/** United Arab Emirates: Articles 13 to 18. The executive regulations may add to them. */
export const aePdpl: LawRefusals = [
  {
    from: '2022-01-02',
    grounds: [
      refuse('conditions_not_met', ['portability'], `${DECREE} art. 14`, 'likely'),
      refuse('conditions_not_met', ['erasure'], `${DECREE} art. 15(2)`, 'likely'),
      refuse('conditions_not_met', ['restriction'], `${DECREE} art. 16(1)`, 'likely'),
      refuse('conditions_not_met', ['objection'], `${DECREE} art. 17`, 'likely'),
      refuse('manifestly_unfounded_or_excessive', ['access'], `${DECREE} art. 13(3)`, 'likely'),
      refuse('rights_of_others', ['access'], `${DECREE} art. 13(3)`, 'likely'),
      refuse('public_security', ['access'], `${DECREE} art. 13(3)`, 'likely'),
      refuse('security_of_service', ['access'], `${DECREE} art. 13(3)`, 'likely'),
      refuse('barred_by_law', ['erasure'], `${DECREE} art. 15(3)`, 'likely'),
      refuse('legal_claims', ['erasure'], `${DECREE} art. 15(3)`, 'likely'),
      refuse('public_interest', ['erasure'], `${DECREE} art. 15(3)`, 'likely'),
      refuse('legal_claims', ['restriction'], `${DECREE} art. 16`, 'likely'),
      refuse('public_interest', ['objection'], `${DECREE} art. 17`, 'likely'),
      refuse('needed_for_contract', ['adm'], `${DECREE} art. 18(2)`, 'likely'),
      refuse('conditions_not_met', ['adm'], `${DECREE} art. 18`, 'likely'),
      refuse('data_accurate', ['rectification'], `${DECREE} art. 15(1)`, 'likely'),
    ],
  },
];
