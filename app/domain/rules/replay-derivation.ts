import { Temporal } from 'temporal-polyfill';
import {
  type BusinessCalendar,
  type Calendars,
  nextWorkingDay,
  plusBusinessDays,
} from './business-calendar.ts';
import { dayOf, isoOf, plusMonths } from './day-number.ts';
import type { Deadline } from './deadline.ts';
import type { DerivationStep, DerivedDate } from './deadline-derivation.ts';
import { localDay } from './local-day.ts';
import type { Weekend } from './pack-clock.ts';

/** A step that does not do what it says, or a date that its steps do not lead to. */
export type ReplayFault = { at: string; said: string | null; found: string | null };

const DATES: readonly (readonly [DerivedDate, keyof Deadline])[] = [
  ['ack', 'ackDue'],
  ['due', 'due'],
  ['extended', 'extendedDue'],
  ['second_extended', 'secondExtendedDue'],
  ['policy', 'policyDue'],
  ['guidance', 'guidanceDue'],
  ['steer', 'steerBy'],
];

/**
 * Does every step of a derivation again, from nothing but what the step says and the calendars, and checks that
 * the steps of each date end at that date. An empty list means that the derivation replays.
 */
export function replayDerivation(deadline: Deadline, calendars: Calendars): ReplayFault[] {
  const faults: ReplayFault[] = [];
  for (const [index, step] of deadline.derivation.entries()) {
    const found = redo(step, calendars);
    if (found !== undefined && found !== step.date) {
      faults.push({ at: `derivation[${index}] ${step.step}`, said: step.date ?? null, found });
    }
  }
  for (const [of, field] of DATES) {
    const dated = deadline.derivation.filter((step) => step.of === of && step.date !== undefined);
    const found = dated.at(-1)?.date ?? null;
    const said = deadline[field] as string | null;
    if (found !== said) faults.push({ at: field, said, found });
    faults.push(...gaps(dated, field));
  }
  return faults;
}

/** Each dated step of one date starts where the step before it ended; days left out are added to it. */
function gaps(steps: readonly DerivationStep[], field: string): ReplayFault[] {
  return steps.slice(1).flatMap((step, i) => {
    const before = steps[i]?.date ?? '';
    const excludes = step.step.startsWith('derivation.excluded_');
    const found = excludes ? isoOf(dayOf(before) + Number(step.params.count)) : before;
    const said = excludes ? step.date : String(step.params.from);
    return said === found ? [] : [{ at: `${field}: ${step.step}`, said: said ?? null, found }];
  });
}

/** The date that a step arrives at when it is done again; undefined for steps that state and do not count. */
function redo(step: DerivationStep, calendars: Calendars): string | undefined {
  const key = step.step.slice('derivation.'.length);
  const { from, count } = step.params;
  const start = typeof from === 'string' ? from : '';
  const n = Number(count);
  const calendar = () => calendars.get(String(step.params.calendar)) as BusinessCalendar;
  const weekend = step.params.weekend as Weekend;
  if (key === 'received') {
    return isoOf(localDay(Temporal.Instant.from(String(step.params.at)), String(step.params.zone)));
  }
  if (/^rolled_(weekend|holiday)$/.test(key)) return isoOf(nextWorkingDay(dayOf(start), weekend, calendar()));
  if (key.startsWith('excluded_')) return undefined;
  if (key.endsWith('_calendar_month') || key.endsWith('_calendar_month_end'))
    return isoOf(plusMonths(dayOf(start), n));
  if (key.endsWith('_calendar_day')) return isoOf(dayOf(start) + n);
  if (key.endsWith('_business_day')) return isoOf(plusBusinessDays(dayOf(start), n, weekend, calendar()));
  if (key.startsWith('reflection')) return isoOf(dayOf(start) + n);
  if (key === 'add_hour') {
    const due = Temporal.Instant.from(start).add({ hours: n });
    return Temporal.Instant.compare(due, Temporal.Instant.from(step.date ?? '')) === 0
      ? step.date
      : String(due);
  }
  return undefined;
}
