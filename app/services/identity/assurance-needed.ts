import type { AssuranceLevel } from '#app/domain/identity/assurance.ts';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { assuranceFor } from '#app/domain/rules/duties-under.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';

/**
 * How sure of the data subject the law of a request wants us to be for a right. Where the law is not described yet,
 * an officer looks first: `reasonable`.
 */
export function assuranceNeeded(
  request: Parameters<typeof regimeOfRequest>[0],
  right: DataSubjectRight,
): AssuranceLevel {
  const regime = regimeOfRequest(request);
  return regime.kind === 'not_described' ? 'reasonable' : assuranceFor(regime, right);
}
