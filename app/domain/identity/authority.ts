/** What was seen; texts under `authority` in `officer.json`. */
export const AUTHORITIES = [
  'signed_permission',
  'power_of_attorney',
  'parental_responsibility',
  'guardianship',
  'court_order',
  'proof_of_inheritance',
  'registered_instructions',
] as const;

/** Who receives the answer to a request on behalf of somebody. */
export const RECIPIENTS = ['subject', 'representative'] as const;
