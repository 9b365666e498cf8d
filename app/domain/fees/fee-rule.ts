import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type ApplicableRegime, rightUnder } from '../rules/applicable-regime.ts';
import type { Confidence } from '../rules/confidence.ts';
import { dutiesUnder } from '../rules/duties-under.ts';
import type { Suspension } from '../rules/pack-clock.ts';

/** Why a fee may be asked; the texts stand under `addenda.fee.ground` in `legal.json`. */
export const FEE_GROUNDS = [
  'manifestly_excessive',
  'further_copies',
  'access',
  'access_with_copy',
  'access_without_copy',
  'sensitive_with_copy',
  'sensitive_without_copy',
  'disproportionate_effort',
  'set_by_authority',
] as const;
export type FeeGround = (typeof FEE_GROUNDS)[number];

/** `acceptance`: the subject agrees first, and the clock reads that; `payment`: the clock reads the payment. */
export const FEE_MECHANISMS = ['payment', 'acceptance'] as const;
export type FeeMechanism = (typeof FEE_MECHANISMS)[number];

/** `lapsed`: not confirmed in time, which the law reads as a withdrawal without cost. */
export const FEE_ANSWERS = ['accepted', 'declined', 'lapsed'] as const;
export type FeeAnswer = (typeof FEE_ANSWERS)[number];

/** A fee that the law allows for a right. */
export interface FeeOption {
  readonly ground: FeeGround;
  /** In hundredths; null where the law names no figure but that the fee be reasonable. */
  readonly capMinor: number | null;
  /** ISO 4217; null where any currency may be used. */
  readonly currency: string | null;
  readonly citation: string;
  readonly confidence: Confidence;
}

/** What the law says about a fee for one right. */
export interface FeeRule {
  readonly options: readonly FeeOption[];
  readonly mechanism: FeeMechanism;
  /** Days to reflect, after which a fee that was not confirmed counts as withdrawal; null where there are none. */
  readonly reflectionDays: number | null;
}

/** Rights whose answer costs a copy or a search; what else a law lets cost something, it says itself. */
const ANSWERED_WITH_COPIES: readonly DataSubjectRight[] = [
  'access',
  'provision_copy',
  'purposes_notice',
  'portability',
];
const SEARCHED: readonly DataSubjectRight[] = ['access', 'purposes_notice', 'provision_copy'];
const COPY_NOTES = [
  'further_copies_fee',
  'reasonable_fee_for_copies',
  'reproduction_charges_announced_first',
  'above_ten_pages_one_lira',
];

/** First Schedule of the Malaysian fees regulations, in sen. */
const MALAYSIA = {
  access_with_copy: 1000,
  access_without_copy: 200,
  sensitive_with_copy: 3000,
  sensitive_without_copy: 500,
} as const satisfies Partial<Record<FeeGround, number>>;
const MALAYSIAN_SCHEDULE = {
  citation: 'Personal Data Protection (Fees) Regulations 2013, First Schedule',
  confidence: 'likely',
} as const;

/** A small cap on requests that abuse a right: every law that knows it leaves the figure to what is reasonable. */
const UNCAPPED = { capMinor: null, currency: null } as const;

/** What may be asked for a right under a regime; no options where the answer is free of charge. */
export function feeRule(regime: ApplicableRegime, right: DataSubjectRight): FeeRule {
  const rule = rightUnder(regime, right);
  if (regime.kind === 'not_described' || !rule)
    return { options: [], mechanism: 'payment', reflectionDays: null };
  const suspensions = rule.clock.suspensions.filter(
    ({ rights }) => rights === 'all' || rights.includes(right),
  );
  const accepted = suspensions.find(({ ground }) => ground === 'fee_acceptance');
  return {
    options: optionsOf(regime, right),
    mechanism: accepted ? 'acceptance' : 'payment',
    reflectionDays: reflectionOf(accepted),
  };
}

function reflectionOf(suspension: Suspension | undefined): number | null {
  return suspension?.effect === 'reflection' ? suspension.days : null;
}

function optionsOf(
  regime: Exclude<ApplicableRegime, { kind: 'not_described' }>,
  right: DataSubjectRight,
): FeeOption[] {
  const { fees } = dutiesUnder(regime);
  if (fees.alwaysFree.includes(right)) return [];
  const { citation, confidence, cap } = fees;
  const source = { citation, confidence };
  const capped = cap ? { capMinor: cap.amount * 100, currency: cap.currency } : UNCAPPED;
  const copies: FeeOption[] =
    ANSWERED_WITH_COPIES.includes(right) && fees.notes.some((note) => COPY_NOTES.includes(note))
      ? [{ ground: 'further_copies', ...UNCAPPED, ...source }]
      : [];
  switch (fees.rule) {
    case 'free_unless_excessive':
      return [{ ground: 'manifestly_excessive', ...UNCAPPED, ...source }, ...copies];
    case 'cost_share':
      return ['access', 'portability'].includes(right)
        ? [{ ground: 'disproportionate_effort', ...capped, ...source }]
        : [];
    case 'fee_for_access':
      return SEARCHED.includes(right) ? accessOptions(regime.jurisdiction, { ...capped, ...source }) : [];
    case 'fee_set_by_authority':
      return SEARCHED.includes(right) ? [{ ground: 'set_by_authority', ...capped, ...source }] : [];
    case 'free':
      return copies;
    default:
      return [];
  }
}

function accessOptions(jurisdiction: string, option: Omit<FeeOption, 'ground'>): FeeOption[] {
  if (jurisdiction !== 'MY') return [{ ground: 'access', ...option }];
  return Object.entries(MALAYSIA).map(([ground, capMinor]) => ({
    ground: ground as FeeGround,
    capMinor,
    currency: 'MYR',
    ...MALAYSIAN_SCHEDULE,
  }));
}

/** Why an amount cannot be asked; null when it can. Amounts are in hundredths. */
export function feeRefusal(
  option: FeeOption | undefined,
  asked: { amountMinor: number; currency: string },
): 'no_fee_here' | 'fee_above_cap' | 'fee_currency' | null {
  if (!option) return 'no_fee_here';
  if (option.currency !== null && option.currency !== asked.currency) return 'fee_currency';
  if (option.capMinor !== null && asked.amountMinor > option.capMinor) return 'fee_above_cap';
  return null;
}
