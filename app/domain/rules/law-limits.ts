import type { ClockBasis, Exclusion } from './clock-basis.ts';
import {
  type CountingContext,
  noteUnknownHolidays,
  plusPeriod,
  rolled,
  rollOver,
  rolloverIsSafe,
} from './count-period.ts';
import { type DayNumber, isoOf } from './day-number.ts';
import type { Deadline } from './deadline.ts';
import type { DerivedDate } from './deadline-derivation.ts';
import type { DerivationTrail } from './derivation-trail.ts';
import { hourLimit } from './hour-limit.ts';
import { parseDay } from './local-day.ts';
import { NO_LIMITS } from './no-limits.ts';
import { type CitedPeriod, type CountedPeriod, isCounted, type Period } from './period.ts';
import type { DeadlineInput } from './response-deadline.ts';
import type { RightRule } from './right-rule.ts';
import { dayRule } from './side-limits.ts';

/** The limits that the law itself sets. `steer` is the safe one of them, `counted` whether there is a number at all. */
export type LawLimits = Pick<
  Deadline,
  | 'due'
  | 'dueUnrolled'
  | 'extendedDue'
  | 'secondExtendedDue'
  | 'extensionNoticeBy'
  | 'dueNow'
  | 'extensionsUsed'
> & { counted: boolean; steer: string | null };

export type LawQuestion = {
  rule: RightRule;
  response: CitedPeriod | undefined;
  basis: ClockBasis;
  zone: string;
  context: CountingContext;
  trail: DerivationTrail;
  input: DeadlineInput;
};

/** Counts the response and its extensions, rolls them over, and finds the last lawful day of a notice. */
export function lawLimits(question: LawQuestion): LawLimits {
  const { rule, response, basis, trail } = question;
  if (rule.standing !== 'statutory' || !response) {
    trail.add('due', `standing_${rule.standing}`, {}, rule);
    return NO_LIMITS;
  }
  const { period } = response;
  if (!isCounted(period)) {
    trail.add('due', `open_${period.unit}`, {}, response);
    return NO_LIMITS;
  }
  if (period.unit === 'hour') return hourLimit(question, period.amount, response);
  const safeDay = (times: number) => safeLimit(times, period, question);
  if (basis.start === undefined || basis.pausedSince !== undefined) {
    return { ...NO_LIMITS, counted: true, steer: basis.state === 'stopped' ? null : isoOf(safeDay(0)) };
  }

  const first = limit('due', 0, period, question);
  const extended = rule.extension?.by ? limit('extended', 1, period, question) : undefined;
  const second =
    rule.extension?.times === 2 && rule.extension.by
      ? limit('second_extended', 2, period, question)
      : undefined;
  if (rule.extension && !rule.extension.by) trail.add('extended', 'extend_open', {}, rule.extension);
  const notices = noticesInTime(question, [
    safeNotice(first, question),
    extended && safeNotice(extended, question),
  ]);
  const steps = [first, extended, second];
  const now = rule.extension?.by ? steps[notices.used] : first;
  return {
    counted: true,
    due: isoOf(first.day),
    dueUnrolled: first.day === first.unrolled ? null : isoOf(first.unrolled),
    extendedDue: extended ? isoOf(extended.day) : null,
    secondExtendedDue: second ? isoOf(second.day) : null,
    extensionNoticeBy: notices.nextBy,
    dueNow: notices.until ?? (now && !(notices.used > 0 && !rule.extension?.by) ? isoOf(now.day) : null),
    extensionsUsed: notices.used,
    steer: notices.until ?? isoOf(safeDay(rule.extension?.by ? notices.used : 0)),
  };
}

type Limit = { day: DayNumber; unrolled: DayNumber };

/** Start + response + n extensions, with the days that do not count, then rolled over; each step recorded. */
function limit(of: DerivedDate, extensions: number, period: CountedPeriod, question: LawQuestion): Limit {
  const { rule, response, basis, context, trail } = question;
  const start = basis.start as DayNumber;
  const total = totalPeriod(period, rule, extensions);
  let day = plusPeriod(start, total, context);
  const params = { count: total.amount, from: isoOf(start), to: isoOf(day), ...dayRule(total.unit, context) };
  const clamped = total.unit === 'calendar_month' && isoOf(day).slice(8) !== isoOf(start).slice(8);
  const source = extensions > 0 && rule.extension ? rule.extension : (response as CitedPeriod);
  const key = `${extensions > 0 ? 'extend' : 'add'}_${total.unit}${clamped ? '_end' : ''}`;
  trail.add(of, key, params, source, isoOf(day));
  noteUnknownHolidays(of, total, start, day, context, trail);
  for (const exclusion of basis.exclusions) {
    if (exclusion.from > rolled(day, context)) break;
    // Asked on a day that the roll-over added: the time had not run out, and goes on from its rolled end.
    if (exclusion.from > day) day = rollOver(of, day, context, trail);
    const count = exclusion.to - exclusion.from + 1;
    day += count;
    const from = isoOf(exclusion.from);
    trail.add(
      of,
      `excluded_${exclusion.suspension.ground}`,
      { count, from, to: isoOf(exclusion.to), until: isoOf(day) },
      exclusion.suspension,
      isoOf(day),
    );
  }
  if (total.unit === 'business_day') return { day, unrolled: day };
  return { day: rollOver(of, day, context, trail), unrolled: day };
}

/** The last day of the limit from a start, with the extensions announced and without pauses; undefined without a number. */
export function lastDayFrom(
  start: DayNumber,
  rule: RightRule,
  period: Period | undefined,
  announced: number,
  context: CountingContext,
): DayNumber | undefined {
  if (!period || !isCounted(period) || period.unit === 'hour') return undefined;
  const extensions = Math.min(announced, rule.extension?.times ?? 0);
  return rolled(plusPeriod(start, totalPeriod(period, rule, extensions), context), context);
}

/** Response plus n extensions as one period; a law never mixes units between the two. */
function totalPeriod(period: CountedPeriod, rule: RightRule, extensions: number): CountedPeriod {
  const by = rule.extension?.by;
  if (extensions === 0 || !by) return period;
  if (by.unit !== period.unit)
    throw new RangeError(`${rule.right}: extension in ${by.unit}; expected ${period.unit}`);
  return { unit: period.unit, amount: period.amount + extensions * by.amount };
}

/** The limit that holds even if every doubtful pause and roll-over is denied. */
function safeLimit(extensions: number, period: CountedPeriod, question: LawQuestion): DayNumber {
  const { rule, basis, context } = question;
  const total = totalPeriod(period, rule, extensions);
  let day = plusPeriod(basis.safeStart, total, context);
  for (const exclusion of basis.exclusions.filter((e: Exclusion) => e.certain)) {
    const last = rolloverIsSafe(day, context) ? rolled(day, context) : day;
    if (exclusion.from > last) break;
    if (exclusion.from > day) day = last;
    day += exclusion.to - exclusion.from + 1;
  }
  if (total.unit === 'business_day') return day;
  return rolloverIsSafe(day, context) ? rolled(day, context) : day;
}

/** The last day on which a notice is lawful beyond doubt: the limit itself, unrolled where the roll-over is in doubt. */
function safeNotice(at: Limit, { context }: LawQuestion): DayNumber {
  return rolloverIsSafe(at.unrolled, context) ? at.day : at.unrolled;
}

type Notices = { used: 0 | 1 | 2; until: string | null; nextBy: string | null };

/** Counts the notices that came in time; a late one extends nothing and says so. */
function noticesInTime(question: LawQuestion, lastDays: (DayNumber | undefined)[]): Notices {
  const { rule, zone, trail, input } = question;
  const extension = rule.extension;
  if (!extension) return { used: 0, until: null, nextBy: null };
  let used = 0;
  let until: string | null = null;
  (input.extensions ?? []).forEach((notice, i) => {
    const sent = parseDay(notice.sentAt, zone, `extensions[${i}].sentAt`);
    const last = lastDays[used];
    const inTime = used < extension.times && last !== undefined && sent <= last;
    trail.add('notice', inTime ? 'notice_sent' : 'notice_late', { date: isoOf(sent) }, extension);
    if (!inTime) return;
    used += 1;
    if (!extension.by)
      until = notice.until ? isoOf(parseDay(notice.until, zone, `extensions[${i}].until`)) : null;
  });
  const next = used < extension.times ? lastDays[used] : undefined;
  if (next !== undefined) trail.add('notice', 'notice_by', { to: isoOf(next) }, extension, isoOf(next));
  return { used: used as 0 | 1 | 2, until, nextBy: next === undefined ? null : isoOf(next) };
}
