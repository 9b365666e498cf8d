import { type LawRefusals, refuse } from './refuse.ts';

const VERIFIED = ['access', 'erasure', 'rectification', 'portability'] as const;

/** California: Civil Code 1798.105(d), 1798.145; 11 CCR 7022 to 7027. An opt-out is never refused for want of proof. */
export const usCaCcpa: LawRefusals = [
  {
    from: '2020-01-01',
    grounds: [
      refuse('identity_not_established', VERIFIED, '11 CCR 7022(a), 7023(a), 7024(a)-(b)', 'certain'),
      refuse('authority_not_shown', VERIFIED, '11 CCR 7063', 'certain'),
      refuse('authority_not_shown', ['optout_sale'], '11 CCR 7026(j)', 'certain'),
      refuse('authority_not_shown', ['limit_sensitive'], '11 CCR 7027(i)', 'likely'),
      refuse('no_data_held', VERIFIED, '11 CCR 7024', 'likely'),
      refuse('conditions_not_met', ['limit_sensitive'], '11 CCR 7027(m)', 'likely'),
      refuse('conditions_not_met', ['adm'], '11 CCR 7221(b)', 'likely'),
      refuse(
        'manifestly_unfounded_or_excessive',
        [...VERIFIED, 'optout_sale', 'limit_sensitive'],
        'Cal. Civ. Code 1798.145(h)(3)',
        'certain',
      ),
      refuse('believed_fraudulent', ['optout_sale'], '11 CCR 7026(e)', 'certain'),
      refuse('believed_fraudulent', ['limit_sensitive'], '11 CCR 7027(f)', 'likely'),
      refuse('disproportionate_effort', ['access'], '11 CCR 7024(h)', 'certain'),
      refuse('rights_of_others', VERIFIED, 'Cal. Civ. Code 1798.145(k)', 'certain'),
      refuse('legal_privilege', VERIFIED, 'Cal. Civ. Code 1798.145(b)', 'certain'),
      refuse('barred_by_law', ['access'], '11 CCR 7024(d)', 'certain'),
      refuse('duty_to_keep', ['erasure'], 'Cal. Civ. Code 1798.105(d)(8)', 'certain'),
      refuse('legal_claims', VERIFIED, 'Cal. Civ. Code 1798.145(a)', 'likely'),
      refuse('needed_for_contract', ['erasure'], 'Cal. Civ. Code 1798.105(d)(1)', 'certain'),
      refuse('security_of_service', ['erasure'], 'Cal. Civ. Code 1798.105(d)(2)', 'certain'),
      refuse('public_interest', ['erasure'], 'Cal. Civ. Code 1798.105(d)(6)', 'certain'),
      refuse('freedom_of_expression', ['erasure'], 'Cal. Civ. Code 1798.105(d)(4)', 'certain'),
      refuse('data_accurate', ['rectification'], '11 CCR 7023(b)', 'certain'),
    ],
  },
];
