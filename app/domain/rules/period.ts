import { z } from 'zod';
import { cited } from './confidence.ts';

/** Units in which a law counts. Months are calendar months; hours are exact; business days use the pack's calendar. */
export const COUNTED_UNITS = ['hour', 'business_day', 'calendar_day', 'calendar_month'] as const;

/** What a law says when it gives no number. None of these is ever turned into one. */
export const OPEN_UNITS = ['immediately', 'without_delay', 'as_soon_as_possible', 'timely', 'none'] as const;

/** A length of time with a number, e.g. one calendar month. */
export const countedPeriodSchema = z.strictObject({
  amount: z.int().positive(),
  unit: z.enum(COUNTED_UNITS),
});

/** A time limit without a number, in the law's own words. */
export const openPeriodSchema = z.strictObject({ unit: z.enum(OPEN_UNITS) });

export const periodSchema = z.union([countedPeriodSchema, openPeriodSchema]);

/** A period together with where it is written. */
export const citedPeriodSchema = z.strictObject({ period: periodSchema, ...cited });

export type CountedPeriod = z.infer<typeof countedPeriodSchema>;
export type Period = z.infer<typeof periodSchema>;
export type CitedPeriod = z.infer<typeof citedPeriodSchema>;

/** Whether the law gives a number. */
export function isCounted(period: Period | undefined): period is CountedPeriod {
  return period !== undefined && 'amount' in period;
}
