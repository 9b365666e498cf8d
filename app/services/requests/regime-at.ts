import type { Temporal } from 'temporal-polyfill';
import { type ApplicableRegime, regimeOf, zoneOf } from '#app/domain/rules/applicable-regime.ts';
import { isJurisdiction, type Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { jurisdictionOf, type Residence } from '#app/domain/rules/territory.ts';

/** The regime of a jurisdiction for something received at an instant, read on the clocks of its law. */
export function jurisdictionRegimeAt(jurisdiction: Jurisdiction, at: Temporal.Instant): ApplicableRegime {
  const zone = zoneOf(jurisdiction) ?? 'UTC';
  return regimeOf(jurisdiction, at.toZonedDateTimeISO(zone).toPlainDate());
}

/** The regime of an ordinary residence for something received at an instant. */
export function regimeAt(residence: Residence, at: Temporal.Instant): ApplicableRegime {
  return jurisdictionRegimeAt(jurisdictionOf(residence), at);
}

/**
 * The regime that a stored request was received under; the version of the law is that of its day of receipt.
 * @throws RangeError when the row names a jurisdiction that no rule pack knows
 */
export function regimeOfRequest(request: {
  jurisdiction: string;
  receivedAt: Temporal.Instant;
}): ApplicableRegime {
  if (!isJurisdiction(request.jurisdiction))
    throw new RangeError(
      `requests.jurisdiction: ${request.jurisdiction}, expected a jurisdiction of the rule packs`,
    );
  return jurisdictionRegimeAt(request.jurisdiction, request.receivedAt);
}
