import { eq } from 'drizzle-orm';
import type { DataSubjectRight } from '#app/domain/rights/data-subject-right.ts';
import { type DescribedRegime, versionOf } from '#app/domain/rules/applicable-regime.ts';
import type { CountedPeriod } from '#app/domain/rules/period.ts';
import { placeCalendarFor } from '#app/domain/rules/place-calendar.ts';
import type { DeadlineInput } from '#app/domain/rules/response-deadline.ts';
import type { Db, Tx } from '#db/client.ts';
import { closureDays, controllers, workTargets } from '#db/schema/index.ts';

/** What an administrator set that moves a date; the facts of a request come from elsewhere. */
export interface DeadlineSettings {
  /** For every right of the regime. */
  readonly shared: Pick<DeadlineInput, 'closures' | 'placeCalendar'>;
  /** Where the law gives no number: the target that work is steered by. */
  readonly targets: ReadonlyMap<DataSubjectRight, CountedPeriod>;
}

/** Closure days of the calendar that counts, the controller's place where the law goes by it, and the targets. */
export async function deadlineSettings(db: Db | Tx, regime: DescribedRegime): Promise<DeadlineSettings> {
  const [companies, days, targets] = await Promise.all([
    db.select({ jurisdictions: controllers.jurisdictions, calendar: controllers.calendar }).from(controllers),
    db.select({ calendar: closureDays.calendar, day: closureDays.day }).from(closureDays),
    db.select().from(workTargets).where(eq(workTargets.jurisdiction, regime.jurisdiction)),
  ]);
  const answering =
    companies.find(({ jurisdictions }) => jurisdictions.includes(regime.jurisdiction)) ??
    companies.find(({ jurisdictions }) => jurisdictions.includes('*'));
  const placeCalendar = placeCalendarFor(regime.jurisdiction, answering?.calendar);
  const counting = placeCalendar ?? calendarOf(regime);
  const closures = days.filter(({ calendar }) => calendar === counting).map(({ day }) => day.toString());
  return {
    shared: { closures, ...(placeCalendar ? { placeCalendar } : {}) },
    targets: new Map(
      targets.map(({ right, calendarDays }) => [right, { amount: calendarDays, unit: 'calendar_day' }]),
    ),
  };
}

/** The holiday calendar of the pack itself. */
function calendarOf(regime: DescribedRegime): string | undefined {
  const { rollover, businessDays } = versionOf(regime).clock;
  return rollover.moves === 'none' ? businessDays?.calendar : rollover.calendar;
}
