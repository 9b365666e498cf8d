import { type LawRefusals, refuse } from './refuse.ts';

/** Canada: s. 9 for access, Principles 4.9.2 to 4.9.6, Principle 4.3.8 for consent. An unsubscribing is not refused. */
export const caPipeda: LawRefusals = [
  {
    from: '2004-01-01',
    grounds: [
      refuse('identity_not_established', ['access', 'rectification'], 'PIPEDA Principle 4.9.2', 'likely'),
      refuse('authority_not_shown', ['access', 'rectification'], 'PIPEDA Principle 4.9.2', 'unsure'),
      refuse('data_not_locatable', ['access', 'rectification'], 'PIPEDA Principle 4.9.2', 'certain'),
      refuse('no_data_held', ['access'], 'PIPEDA Principle 4.9.1', 'likely'),
      refuse('fee_not_paid', ['access'], 'PIPEDA s. 8(6)', 'likely'),
      refuse('rights_of_others', ['access'], 'PIPEDA s. 9(1), 9(3)(c)', 'certain'),
      refuse('trade_secrets', ['access'], 'PIPEDA s. 9(3)(b)', 'certain'),
      refuse('legal_privilege', ['access'], 'PIPEDA s. 9(3)(a)', 'certain'),
      refuse('public_security', ['access'], 'PIPEDA s. 9(2.1)-(2.4)', 'certain'),
      refuse('legal_claims', ['access'], 'PIPEDA s. 9(3)(d)', 'certain'),
      refuse('duty_to_keep', ['withdraw_consent'], 'PIPEDA Principle 4.3.8', 'certain'),
      refuse('needed_for_contract', ['withdraw_consent'], 'PIPEDA Principle 4.3.8', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'PIPEDA Principle 4.5.2', 'likely'),
      refuse('data_accurate', ['rectification'], 'PIPEDA Principles 4.9.5, 4.9.6', 'certain'),
    ],
  },
];
