import type { ResearchedJurisdiction, ResearchedRight } from './research.ts';

/** A question to the data subject and the day of the answer, if it came. */
export type Asked = {
  ground: 'identity' | 'clarification' | 'fee' | 'fee_acceptance';
  asked: string;
  answered?: string;
};

/** Day 0 of a clock, and the runs of days that do not count, in order; `start` is missing while or because nothing runs. */
export type PlainClock = { start?: string; pauses: string[][] };

/** The last day of the limit from a start when nothing stops it; undefined where the law has no number. */
type LastDay = (start: string) => string | undefined;

/**
 * What the research says about clocks, law by law:
 * - United Kingdom: the relevant time is the latest of receipt, the identity information asked for and the fee asked for
 *   (Art. 12A(2)); for access the days from asking for clarification to its arrival, both included, do not count (12A(5)).
 * - Switzerland: a share of the cost starts ten days to reflect, the tenth is day 0; without a yes in them nothing is
 *   owed (DSV Art. 19(3)).
 * - Singapore: nothing is owed for access until the estimated fee is accepted (PDP Regulations 2021 reg. 7(3)).
 * - Everywhere else no clock waits for anything.
 */
export function plainClock(
  place: ResearchedJurisdiction,
  right: ResearchedRight,
  received: string,
  questions: readonly Asked[],
  lastDay: LastDay,
): PlainClock {
  const on = (ground: Asked['ground']) => questions.filter((q) => q.ground === ground);
  const pausing =
    place.id === 'GB' && right.right === 'access'
      ? on('clarification').map((q) => ({ ...q, from: q.asked }))
      : place.id === 'SG' && right.right === 'access'
        ? on('fee_acceptance').map((q) => ({ ...q, from: later(q.asked, 1) }))
        : [];
  const slack = pausing.reduce((sum, q) => sum + (q.answered ? daysFrom(q.asked, q.answered) : 10_000), 0);
  const inTime = (q: Asked, start: string) => {
    const last = lastDay(start);
    return last === undefined || q.asked <= later(last, slack);
  };

  let start: string | undefined = received;
  if (place.id === 'GB' && right.start === 'relevant_time') {
    for (const q of byDay([...on('identity'), ...on('fee')])) {
      if (start !== undefined && !inTime(q, start)) continue;
      if (q.answered === undefined) start = undefined;
      else if (start !== undefined && q.answered > start) start = q.answered;
    }
  }
  if (place.id === 'CH' && (right.right === 'access' || right.right === 'portability')) {
    for (const q of byDay(on('fee_acceptance'))) {
      if (start === undefined || !inTime(q, start)) continue;
      const tenth = later(q.asked, 10);
      if (q.answered !== undefined && q.answered > tenth) start = undefined;
      else if (tenth > start) start = tenth;
    }
  }
  if (start === undefined || pausing.some((q) => q.answered === undefined)) return { pauses: [] };
  const first = start;
  const pauses = byDay(pausing).map((q) => span(q.from, q.answered as string).filter((day) => day >= first));
  return { start, pauses: withoutOverlap(pauses) };
}

/** Days of each pause that no pause before it holds. */
function withoutOverlap(pauses: string[][]): string[][] {
  const seen = new Set<string>();
  return pauses
    .map((days) => days.filter((day) => !seen.has(day) && seen.add(day)))
    .filter((days) => days.length > 0);
}

function byDay<T extends Asked>(questions: T[]): T[] {
  return [...questions].sort((a, b) => a.asked.localeCompare(b.asked));
}

/** Every day from one to another, both included; none when the second is earlier. */
function span(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = from; at <= to; at = later(at, 1)) days.push(at);
  return days;
}

function daysFrom(from: string, to: string): number {
  return span(from, to).length;
}

/** The day so many days later, on the calendar that `Date` knows. */
export function later(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
