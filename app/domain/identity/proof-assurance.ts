import type { AssuranceLevel } from './assurance.ts';

/** How an officer can establish an identity by hand. */
export const MANUAL_PROOF_METHODS = ['attribute_matching', 'document_checked'] as const;
export type ManualProofMethod = (typeof MANUAL_PROOF_METHODS)[number];

/** What can be compared with what we hold. `signed_declaration` is no data point: it adds to them. */
export const COMPARED_ATTRIBUTES = [
  'name',
  'email',
  'account_id',
  'phone',
  'postal_address',
  'date_of_birth',
  'recent_transaction',
  'device',
  'last_sign_in',
  'document_photo',
  'signed_declaration',
] as const;
export type ComparedAttribute = (typeof COMPARED_ATTRIBUTES)[number];

/**
 * The assurance that a comparison yields; nobody claims it, it follows from what was compared.
 * Matching: two data points are reasonable, three with a signed declaration reasonably high (11 CCR 7062(b), (c)).
 * A document: one data point on it is reasonable; its photograph and two more are reasonably high.
 * @returns `none` when what was compared does not suffice for anything
 */
export function proofAssurance(
  method: ManualProofMethod,
  compared: readonly ComparedAttribute[],
): AssuranceLevel {
  const points = new Set(compared.filter((attribute) => attribute !== 'signed_declaration'));
  const photograph = points.delete('document_photo');
  if (method === 'document_checked') {
    if (photograph && points.size >= 2) return 'reasonably_high';
    return points.size >= 1 ? 'reasonable' : 'none';
  }
  if (points.size >= 3 && compared.includes('signed_declaration')) return 'reasonably_high';
  return points.size >= 2 ? 'reasonable' : 'none';
}

/** Why what was shown does not establish the identity; texts under `refuseIdentity` in `officer.json`. */
export const IDENTITY_DOUBTS = [
  'attributes_differ',
  'document_unreadable',
  'document_expired',
  'document_of_another',
  'suspected_impersonation',
] as const;
