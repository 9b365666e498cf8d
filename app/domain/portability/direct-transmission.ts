import { type ApplicableRegime, rightUnder } from '../rules/applicable-regime.ts';
import type { Confidence } from '../rules/confidence.ts';
import { refusalGrounds } from '../rules/refusal-grounds.ts';

/** Where a law lets people have their data sent straight to another controller. */
export interface DirectTransmission {
  readonly citation: string;
  readonly confidence: Confidence;
}

/** Null where the law described here gives a copy to the person and nothing more. */
export function directTransmission(regime: ApplicableRegime): DirectTransmission | null {
  const rule = rightUnder(regime, 'portability');
  return rule?.standing === 'statutory' ? (rule.directTransmission ?? null) : null;
}

/** Why data are not sent; the texts stand under `notice.transfer.reason` in `legal.json`. */
export const INFEASIBLE_REASONS = [
  'no_link',
  'not_interoperable',
  'receiver_declined',
  'rights_of_others',
  'no_right',
] as const;
export type InfeasibleReason = (typeof INFEASIBLE_REASONS)[number];

/** A reason with what it rests on; null where nothing is described that could be cited. */
export interface CitedReason {
  readonly reason: InfeasibleReason;
  readonly citation: string | null;
}

/**
 * The reasons that a law knows. Where it gives no right to direct transmission that is the reason, with the provision
 * that gives the right to a copy, and no other is invented.
 */
export function infeasibleReasons(regime: ApplicableRegime): readonly CitedReason[] {
  const direct = directTransmission(regime);
  if (!direct) return [{ reason: 'no_right', citation: rightUnder(regime, 'portability')?.citation ?? null }];
  const { citation } = direct;
  const others = refusalGrounds(regime, 'portability').find(({ ground }) => ground === 'rights_of_others');
  return [
    ...(['no_link', 'not_interoperable', 'receiver_declined'] as const).map((reason) => ({
      reason,
      citation,
    })),
    ...(others ? [{ reason: 'rights_of_others' as const, citation: others.citation }] : []),
  ];
}
