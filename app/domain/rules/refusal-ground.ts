import { z } from 'zod';
import { RIGHTS } from '../rights/data-subject-right.ts';
import { cited } from './confidence.ts';

/** Why a right may be refused, whole or in part; the texts stand under `refusalGround` in `legal.json`. */
export const REFUSAL_GROUNDS = [
  'identity_not_established',
  'authority_not_shown',
  'not_the_controller',
  'no_data_held',
  'data_not_locatable',
  'conditions_not_met',
  'manifestly_unfounded_or_excessive',
  'believed_fraudulent',
  'disproportionate_effort',
  'fee_not_paid',
  'rights_of_others',
  'trade_secrets',
  'legal_privilege',
  'barred_by_law',
  'public_security',
  'duty_to_keep',
  'legal_claims',
  'needed_for_contract',
  'security_of_service',
  'public_interest',
  'freedom_of_expression',
  'compelling_grounds',
  'conduct_of_business',
  'data_accurate',
  'not_a_right_here',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** One ground of one law: for which of its rights, and where it is written. */
export const groundRuleSchema = z.strictObject({
  ground: z.enum(REFUSAL_GROUNDS),
  /** `all`: every right that stands in this version of the law. */
  rights: z.union([z.literal('all'), z.array(z.enum(RIGHTS)).min(1)]),
  ...cited,
});
export type GroundRule = z.infer<typeof groundRuleSchema>;
