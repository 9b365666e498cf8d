import type { GroundRule } from '../refusal-ground.ts';
import { type LawRefusals, refuse } from './refuse.ts';

const ASKED = ['access', 'rectification', 'erasure', 'de_indexation', 'post_mortem', 'portability'] as const;

const grounds: readonly GroundRule[] = [
  refuse('identity_not_established', ASKED, 'P-39.1 s. 30', 'certain'),
  refuse('authority_not_shown', ASKED, 'P-39.1 s. 30', 'certain'),
  refuse('conditions_not_met', ['erasure'], 'P-39.1 s. 28; Civil Code art. 40', 'likely'),
  refuse('conditions_not_met', ['de_indexation'], 'P-39.1 s. 28.1', 'certain'),
  refuse('conditions_not_met', ['portability'], 'P-39.1 s. 27', 'certain'),
  refuse('conditions_not_met', ['adm'], 'P-39.1 s. 12.1', 'likely'),
  refuse('conditions_not_met', ['post_mortem'], 'P-39.1 s. 40.1', 'likely'),
  refuse(
    'manifestly_unfounded_or_excessive',
    ['access', 'rectification'],
    'P-39.1 s. 46 (with leave of the Commission)',
    'likely',
  ),
  refuse('disproportionate_effort', ['portability'], 'P-39.1 s. 27 para. 3', 'certain'),
  refuse('rights_of_others', ['access', 'portability'], 'P-39.1 s. 40', 'certain'),
  refuse('public_security', ['access'], 'P-39.1 s. 39(1)', 'certain'),
  refuse('legal_claims', ['access'], 'P-39.1 s. 39(2)', 'certain'),
  refuse('freedom_of_expression', ['de_indexation'], 'P-39.1 s. 28.1', 'certain'),
  refuse('data_accurate', ['rectification'], 'P-39.1 s. 28; Civil Code art. 40', 'likely'),
];

/** Quebec: ss. 27 to 40.1. Consent is taken back without a ground against it. */
export const caQcLaw25: LawRefusals = [{ from: '2023-09-22', grounds }];
