import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type ApplicableRegime, rightsUnder } from '../rules/applicable-regime.ts';
import { isOwnLimit } from '../rules/own-limit.ts';
import type { RightRule } from '../rules/right-rule.ts';

/** What anybody may ask for where the law is not described here yet; an officer treats it under that law. */
const COMMON_RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'portability',
  'objection',
  'restriction',
  'withdraw_consent',
  'optout_marketing',
] as const satisfies readonly DataSubjectRight[];

/** Rights that bind us without being asked for, or that only follow from an earlier answer. */
const NOT_ASKED: readonly DataSubjectRight[] = ['nondiscrimination', 'preserve_copy_after_refusal', 'appeal'];

/**
 * Whether a request can name this right: it exists here, as a right or as a courtesy, and there is something to ask of
 * us rather than of the authority.
 */
export function isAskable(rule: Pick<RightRule, 'right' | 'standing' | 'notes'>): boolean {
  const exists = rule.standing !== 'not_available' && rule.standing !== 'not_in_force';
  return exists && !NOT_ASKED.includes(rule.right) && !isOwnLimit(rule);
}

/** The rights that a request can name under a regime, in the order of its pack. */
export function askableRights(regime: ApplicableRegime): DataSubjectRight[] {
  if (regime.kind === 'not_described') return [...COMMON_RIGHTS];
  return rightsUnder(regime)
    .filter(isAskable)
    .map(({ right }) => right);
}
