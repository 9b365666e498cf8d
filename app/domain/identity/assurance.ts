/**
 * How sure we are of who asks, in rising order. `email`: the mailbox was proven by a code, and nothing else.
 * `reasonable` and `reasonably_high` are the degrees of 11 CCR 7062(b) and (c).
 */
export const ASSURANCE_LEVELS = ['none', 'email', 'reasonable', 'reasonably_high'] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** Whether `have` is at least `need`. */
export function suffices(have: AssuranceLevel, need: AssuranceLevel): boolean {
  return ASSURANCE_LEVELS.indexOf(have) >= ASSURANCE_LEVELS.indexOf(need);
}

/** How an identity was proven; a bare click is not among them. */
export const PROOF_METHODS = [
  'email_code',
  'account_sign_in',
  'code_to_address_on_file',
  'attribute_matching',
  'document_checked',
  'real_name_authentication',
] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** Kinds of attributes that can be proven; only these seed the walk over the data. */
export const ATTRIBUTE_KINDS = ['email', 'account_id', 'phone'] as const;
export type AttributeKind = (typeof ATTRIBUTE_KINDS)[number];

export const FILED_FOR = ['self', 'child', 'represented', 'deceased'] as const;
/** For whom a request is filed; anything but `self` needs an authority on record before delivery. */
export type FiledFor = (typeof FILED_FOR)[number];
