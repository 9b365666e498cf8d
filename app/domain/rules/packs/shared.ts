import type { DutiesInput } from '../pack-duties.ts';
import type { CitedPeriod } from '../period.ts';
import type { RightRuleInput } from '../right-rule.ts';

/** Our policy's promise for erasure: ten days from the request, wherever a law is described. Never shown as law. */
export const ERASURE_PROMISE = {
  period: { amount: 10, unit: 'calendar_day' },
  citation: 'Privacy policy, "Data retention"',
  confidence: 'certain',
} as const satisfies RightRuleInput['promise'];

/** A time limit in which the law gives no number. */
export function open(
  unit: 'immediately' | 'without_delay' | 'as_soon_as_possible' | 'timely' | 'none',
  citation: string,
  confidence: CitedPeriod['confidence'],
): CitedPeriod {
  return { period: { unit }, citation, confidence };
}

/** A time limit with a number. */
export function within(
  amount: number,
  unit: 'hour' | 'business_day' | 'calendar_day' | 'calendar_month',
  citation: string,
  confidence: CitedPeriod['confidence'],
): CitedPeriod {
  return { period: { amount, unit }, citation, confidence };
}

/** A right that a law grants without delay and without a number. */
export function undelayed(
  right: RightRuleInput['right'],
  citation: string,
  confidence: RightRuleInput['confidence'],
): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: open('without_delay', citation, confidence),
    citation,
    confidence,
  };
}

/** A right that a law does not know, with what serves instead where something does. */
export function missing(
  right: RightRuleInput['right'],
  citation: string,
  confidence: CitedPeriod['confidence'],
  instead?: RightRuleInput['right'],
): RightRuleInput {
  return { right, standing: 'not_available', citation, confidence, ...(instead ? { instead } : {}) };
}

/** The grounds of Article 17(1) of the Regulation, of which one must apply. `law` is the one that has the article. */
export function erasureGrounds(law: 'GDPR' | 'UK GDPR'): RightRuleInput['conditions'] {
  const items = [
    'no_longer_necessary',
    'consent_withdrawn_no_other_basis',
    'objection_upheld',
    'unlawfully_processed',
    'erasure_required_by_law',
    'collected_from_a_child_online',
  ];
  return { items, citation: `${law} Art. 17(1)`, confidence: 'certain' };
}

/** The cases of Article 18(1) of the Regulation, of which one must be given. */
export function restrictionGrounds(law: 'GDPR' | 'UK GDPR'): RightRuleInput['conditions'] {
  const items = [
    'accuracy_contested',
    'unlawful_yet_not_to_be_erased',
    'needed_for_your_claims',
    'objection_pending',
  ];
  return { items, citation: `${law} Art. 18(1)`, confidence: 'certain' };
}

/** Where questions go unless a law says otherwise. */
export const CONTACT: DutiesInput['contact'] = {
  officer: 'privacy_officer',
  channels: ['portal', 'email'],
  citation: 'Privacy policy, "Contact us"',
  confidence: 'certain',
};

/** The European establishment answers in the EEA, the United Kingdom and Switzerland. */
export const EUROPEAN_CONTROLLER = {
  entity: 'european_establishment',
  citation: 'Privacy policy, "Who we are"',
  confidence: 'certain',
} as const;

/** Elsewhere the entity that the data subject contracted with answers. */
export const CONTRACTING_CONTROLLER = {
  entity: 'contracting_entity',
  citation: 'Privacy policy, "Who we are"',
  confidence: 'certain',
} as const;

/** Age below which our policy does not offer the service, unless an addendum sets another. */
export const SERVICE_AGE = 14;

/** A law that fixes no period for keeping the record of a request. */
export const NO_RECORD_PERIOD = {
  months: null,
  citation: 'Privacy policy, "Data retention"',
  confidence: 'likely',
} as const;

/** Duties that most laws outside Europe leave to the policy; a pack names what it has instead. */
export const POLICY_DUTIES = {
  controller: CONTRACTING_CONTROLLER,
  contact: CONTACT,
  records: NO_RECORD_PERIOD,
} as const satisfies Partial<DutiesInput>;
