import type { Confidence } from './confidence.ts';
import { type CountingContext, noteUnknownHolidays, plusPeriod, rollOver } from './count-period.ts';
import { type DayNumber, isoOf } from './day-number.ts';
import type { DerivationTrail } from './derivation-trail.ts';
import { type CountedPeriod, isCounted } from './period.ts';
import type { RightRule } from './right-rule.ts';

const LIMIT_STEPS = { policy: 'promise', guidance: 'guidance', target: 'target' } as const;

/** The day by which the first reaction is owed, counted from receipt; null where the law asks for none. */
export function acknowledgeBy(
  rule: RightRule,
  small: boolean,
  received: DayNumber,
  context: CountingContext,
  trail: DerivationTrail,
): string | null {
  const wanted = (small ? rule.acknowledgement?.small : undefined) ?? rule.acknowledgement;
  if (!wanted) return null;
  const { period } = wanted;
  const from = isoOf(received);
  if (!isCounted(period)) {
    if (period.unit !== 'immediately') return null;
    trail.add('ack', 'ack_immediately', { to: from }, wanted, from);
    return from;
  }
  const to = plusPeriod(received, period, context);
  trail.add(
    'ack',
    `ack_${period.unit}`,
    { count: period.amount, from, to: isoOf(to), ...dayRule(period.unit, context) },
    wanted,
    isoOf(to),
  );
  noteUnknownHolidays('ack', period, received, to, context, trail);
  return isoOf(period.unit === 'business_day' ? to : rollOver('ack', to, context, trail));
}

/** A limit that is not law: counted from the day of receipt and never rolled over. */
export function softLimit(
  of: keyof typeof LIMIT_STEPS,
  limit: { period: CountedPeriod; citation?: string; confidence: Confidence } | undefined,
  received: DayNumber,
  context: CountingContext,
  trail: DerivationTrail,
): string | null {
  if (!limit) return null;
  const { period } = limit;
  const day = plusPeriod(received, period, context);
  const to = isoOf(day);
  const params = { count: period.amount, from: isoOf(received), to, ...dayRule(period.unit, context) };
  trail.add(of, `${LIMIT_STEPS[of]}_${period.unit}`, params, limit, to);
  noteUnknownHolidays(of, period, received, day, context, trail);
  return to;
}

/** Of several limits that are not law the one that ends first; undefined for none. */
export function earliestOf<T extends { period: CountedPeriod }>(
  limits: readonly T[],
  received: DayNumber,
  context: CountingContext,
): T | undefined {
  const ends = ({ period }: T) => plusPeriod(received, period, context);
  return limits.reduce<T | undefined>(
    (first, limit) => (first && ends(first) <= ends(limit) ? first : limit),
    undefined,
  );
}

/** The calendar behind a count of business days, so that the step can be replayed. */
export function dayRule(unit: string, context: CountingContext): Record<string, string> {
  const rule = unit === 'business_day' ? context.clock.businessDays : undefined;
  return rule ? { calendar: rule.calendar, weekend: rule.weekend } : {};
}
