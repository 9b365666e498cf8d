import type { DataSubjectRight } from '../../rights/data-subject-right.ts';

/** The rights that laws can be compared by, in the order of the page. */
export const COMPARED_RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'portability',
  'objection',
  'restriction',
  'withdraw_consent',
  'adm',
] as const satisfies readonly DataSubjectRight[];
export type ComparedRight = (typeof COMPARED_RIGHTS)[number];
