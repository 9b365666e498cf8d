import type { GroundRule } from '../refusal-ground.ts';
import { type LawRefusals, refuse } from './refuse.ts';

const AUTHENTICATED = ['access', 'rectification', 'erasure', 'portability'] as const;

const GROUNDS: readonly GroundRule[] = [
  refuse('identity_not_established', AUTHENTICATED, 'Conn. Gen. Stat. § 42-518(c)(4)', 'certain'),
  refuse('authority_not_shown', ['optout_sale'], 'Conn. Gen. Stat. § 42-519', 'likely'),
  refuse('data_not_locatable', AUTHENTICATED, 'Conn. Gen. Stat. § 42-523', 'certain'),
  refuse(
    'manifestly_unfounded_or_excessive',
    [...AUTHENTICATED, 'optout_sale'],
    'Conn. Gen. Stat. § 42-518(c)(3)',
    'certain',
  ),
  refuse('believed_fraudulent', ['optout_sale'], 'Conn. Gen. Stat. § 42-518(c)(4)', 'certain'),
  refuse('trade_secrets', ['access', 'portability'], 'Conn. Gen. Stat. § 42-518(a)', 'certain'),
  refuse('legal_privilege', AUTHENTICATED, 'Conn. Gen. Stat. § 42-524', 'likely'),
  refuse('rights_of_others', AUTHENTICATED, 'Conn. Gen. Stat. § 42-524', 'likely'),
  refuse('public_security', AUTHENTICATED, 'Conn. Gen. Stat. § 42-524(a)', 'likely'),
  refuse('duty_to_keep', ['erasure'], 'Conn. Gen. Stat. § 42-524(a)', 'certain'),
  refuse('legal_claims', ['erasure'], 'Conn. Gen. Stat. § 42-524(a)', 'certain'),
  refuse('needed_for_contract', ['erasure'], 'Conn. Gen. Stat. § 42-524(a)', 'certain'),
  refuse('security_of_service', ['erasure'], 'Conn. Gen. Stat. § 42-524(a)', 'certain'),
  refuse('public_interest', ['erasure'], 'Conn. Gen. Stat. § 42-524(a)', 'likely'),
  refuse('data_accurate', ['rectification'], 'Conn. Gen. Stat. § 42-518(a)', 'likely'),
];

/** Contesting the result of profiling is authenticated and bounded as the other rights are. */
const PROFILING: readonly GroundRule[] = [
  refuse('identity_not_established', ['adm'], 'Conn. Gen. Stat. § 42-518(c)(4)', 'likely'),
  refuse('manifestly_unfounded_or_excessive', ['adm'], 'Conn. Gen. Stat. § 42-518(c)(3)', 'likely'),
  refuse('conditions_not_met', ['adm'], 'Conn. Gen. Stat. § 42-518(a); Public Act 25-113', 'likely'),
];

/** Connecticut: § 42-518(a), (c), and the limits of §§ 42-523 and 42-524. An opt-out needs no authentication. */
export const usCtCtdpa: LawRefusals = [
  { from: '2023-07-01', grounds: GROUNDS },
  { from: '2026-07-01', grounds: [...GROUNDS, ...PROFILING] },
];
