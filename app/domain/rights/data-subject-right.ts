/**
 * The one mapping between the words of the machine contracts (`legal/rules.json`, the API, the command line)
 * and the words that our code and pages use for a data-subject right.
 */
export const RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'portability',
  'objection',
  'restriction',
  'withdraw_consent',
  'optout_sale',
  'optout_marketing',
  'limit_sensitive',
  'adm',
  'information',
  'purposes_notice',
  'post_mortem',
  'stop_third_party',
  'recipients',
  'complaint',
  'grievance',
  'appeal',
  'nondiscrimination',
  'preserve_copy_after_refusal',
  'de_indexation',
  'provision_copy',
  'explanation_of_rules',
] as const;

/** A right of a data subject, in the law's word (rectification, not correction; erasure, not deletion). */
export type DataSubjectRight = (typeof RIGHTS)[number];

const WIRE_TO_RIGHT: ReadonlyMap<string, DataSubjectRight> = new Map([
  ['correction', 'rectification'],
  ['deletion', 'erasure'],
  ['complaint_to_controller', 'complaint'],
]);

/** The word that the API and `rules.json` use for a right: `deletion` for erasure, `correction` for rectification. */
export function wireName(right: DataSubjectRight): string {
  if (right === 'rectification') return 'correction';
  if (right === 'erasure') return 'deletion';
  return right;
}

/** Reads a wire word; `undefined` when no right goes by that name. */
export function rightFromWire(word: string): DataSubjectRight | undefined {
  return WIRE_TO_RIGHT.get(word) ?? RIGHTS.find((right) => right === word);
}

/** What a territory says about a right; a courtesy (`discretionary`, `policy_only`) is never shown as a right. */
export const RIGHT_STANDINGS = [
  'statutory',
  'discretionary',
  'policy_only',
  'not_available',
  'not_in_force',
] as const;
export type RightStanding = (typeof RIGHT_STANDINGS)[number];
