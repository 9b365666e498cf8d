import { type LawRefusals, refuse } from './refuse.ts';

const STOPPING = ['restriction', 'erasure', 'stop_third_party'] as const;

/** Japan: APPI Articles 32(2), 33(2), 34(2), 35 and 37. */
export const jpAppi: LawRefusals = [
  {
    from: '2022-04-01',
    grounds: [
      refuse('identity_not_established', 'all', 'APPI Art. 37(1)', 'likely'),
      refuse('authority_not_shown', 'all', 'APPI Art. 37(3)', 'likely'),
      refuse('data_not_locatable', 'all', 'APPI Art. 37(2)', 'likely'),
      refuse('no_data_held', ['access'], 'APPI Art. 33(3)', 'certain'),
      refuse('conditions_not_met', STOPPING, 'APPI Art. 35(1), (3), (5)', 'certain'),
      refuse('conditions_not_met', ['purposes_notice'], 'APPI Art. 32(2)(i)-(ii)', 'certain'),
      refuse('disproportionate_effort', STOPPING, 'APPI Art. 35(2), (4), (6)', 'certain'),
      refuse('fee_not_paid', ['access', 'purposes_notice'], 'APPI Art. 38', 'unsure'),
      refuse('rights_of_others', ['access'], 'APPI Art. 33(2)(i)', 'certain'),
      refuse('conduct_of_business', ['access'], 'APPI Art. 33(2)(ii)', 'certain'),
      refuse('barred_by_law', ['access'], 'APPI Art. 33(2)(iii)', 'certain'),
      refuse('barred_by_law', ['rectification'], 'APPI Art. 34(2)', 'likely'),
      refuse('data_accurate', ['rectification'], 'APPI Art. 34(1)-(3)', 'certain'),
    ],
  },
];
