import { type LawRefusals, refuse } from './refuse.ts';

/** Thailand: ss. 19, 30 to 36. The Act does not speak of proof of identity: what is cited for it is marked unsure. */
export const thPdpa: LawRefusals = [
  {
    from: '2022-06-01',
    grounds: [
      refuse(
        'identity_not_established',
        ['access', 'portability', 'objection', 'erasure', 'restriction', 'rectification'],
        'PDPA s. 37(1)',
        'unsure',
      ),
      refuse('conditions_not_met', ['portability'], 'PDPA s. 31', 'certain'),
      refuse('conditions_not_met', ['objection'], 'PDPA s. 32', 'certain'),
      refuse('conditions_not_met', ['erasure'], 'PDPA s. 33', 'certain'),
      refuse('conditions_not_met', ['restriction'], 'PDPA s. 34', 'certain'),
      refuse('rights_of_others', ['access'], 'PDPA s. 30', 'certain'),
      refuse('rights_of_others', ['portability'], 'PDPA s. 31', 'certain'),
      refuse('barred_by_law', ['access'], 'PDPA s. 30', 'certain'),
      refuse('barred_by_law', ['withdraw_consent'], 'PDPA s. 19', 'certain'),
      refuse('needed_for_contract', ['withdraw_consent'], 'PDPA s. 19', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'PDPA s. 33', 'certain'),
      refuse('legal_claims', ['erasure'], 'PDPA s. 33', 'certain'),
      refuse('legal_claims', ['objection'], 'PDPA s. 32', 'certain'),
      refuse('public_interest', ['portability'], 'PDPA s. 31', 'certain'),
      refuse('public_interest', ['objection'], 'PDPA s. 32', 'certain'),
      refuse('public_interest', ['erasure'], 'PDPA s. 33', 'certain'),
      refuse('freedom_of_expression', ['erasure'], 'PDPA s. 33', 'certain'),
      refuse('compelling_grounds', ['objection'], 'PDPA s. 32', 'certain'),
      refuse('data_accurate', ['rectification'], 'PDPA s. 36', 'certain'),
    ],
  },
];
