/**
 * Why something is kept out of a package. The first group is chosen by an officer, with a citation; the second follows
 * from the data map or from the right that was asked. Each has a text under `package.ground` for the data subject.
 */
export const WITHHOLDING_GROUNDS = [
  'rights_of_others',
  'trade_secret',
  'legal_privilege',
  'legal_claims',
  'confidentiality_by_law',
  'investigation',
  'security',
  'not_the_subject',
] as const;
export type WithholdingGround = (typeof WITHHOLDING_GROUNDS)[number];

export const AUTOMATIC_GROUNDS = ['never_exported', 'not_portable'] as const;
export type LeftOutGround = WithholdingGround | (typeof AUTOMATIC_GROUNDS)[number];

/** What an officer keeps out: a collection, one of its rows, or fields of one row. */
export type Withholding = {
  /** `<dataset>/<collection>`. */
  readonly source: string;
  /** Zero-based row of the collected file; null for the collection. */
  readonly row: number | null;
  /** Fields masked in that row; null withholds the whole row. */
  readonly fields: readonly string[] | null;
  readonly ground: string;
  readonly citation: string;
};
