import { regimeOf, versionOf } from '../rules/applicable-regime.ts';
import { isJurisdiction } from '../rules/jurisdiction.ts';
import type { RetentionRule } from './retention-rule.ts';

/** Where the law fixes no period: long enough to answer a complaint, and the one number that a statute names. */
const WITHOUT_LAW = { months: 24, source: 'Our policy, by the example of 11 CCR § 7101' } as const;

/**
 * How long the payload of a closed request (what was asked and answered, in words) is kept. The record itself stays:
 * reference, rights, dates, outcome.
 * @param closedOn ISO date; the law in force on that day counts
 */
export function payloadRetention(jurisdiction: string, closedOn: string): RetentionRule {
  const regime = isJurisdiction(jurisdiction) ? regimeOf(jurisdiction, closedOn) : null;
  const records = regime && regime.kind !== 'not_described' ? versionOf(regime).duties.records : null;
  const { months, source } =
    records?.months != null ? { months: records.months, source: records.citation } : WITHOUT_LAW;
  return {
    trigger: 'request_closed',
    keep: { amount: months, unit: 'month' },
    action: 'purge_payload',
    source,
  };
}
