import { regimeOf, versionOf } from '../rules/applicable-regime.ts';
import { isJurisdiction } from '../rules/jurisdiction.ts';
import { OUR_RECORD_PERIOD, type RetentionRule } from './retention-rule.ts';

/**
 * How long the payload of a closed request (what was asked and answered, in words) is kept. The record itself stays:
 * reference, rights, dates, outcome.
 * @param closedOn ISO date; the law in force on that day counts
 */
export function payloadRetention(jurisdiction: string, closedOn: string): RetentionRule {
  const regime = isJurisdiction(jurisdiction) ? regimeOf(jurisdiction, closedOn) : null;
  const records = regime && regime.kind !== 'not_described' ? versionOf(regime).duties.records : null;
  const { months, source } =
    records?.months != null ? { months: records.months, source: records.citation } : OUR_RECORD_PERIOD;
  return {
    trigger: 'request_closed',
    keep: { amount: months, unit: 'month' },
    action: 'purge_payload',
    source,
  };
}
