import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import type { EventSpan, EventSpans } from './clock-event.ts';
import { type DayNumber, isoOf } from './day-number.ts';
import type { ClockInterval } from './deadline.ts';
import type { DerivationTrail } from './derivation-trail.ts';
import type { PackClock, Suspension } from './pack-clock.ts';

/** Days that do not count, both ends included; `certain` is false where the pause itself is in doubt. */
export type Exclusion = { from: DayNumber; to: DayNumber; certain: boolean; suspension: Suspension };

/** Where a clock starts and what stops it, before any period is counted. */
export type ClockBasis = {
  state: ClockInterval['state'];
  /** Day 0, or undefined while the clock has not started or will not start. */
  start: DayNumber | undefined;
  /** Day 0 if nothing that is in doubt or outstanding moved it: the safe one. */
  safeStart: DayNumber;
  exclusions: Exclusion[];
  /** First day of a pause that has not ended. */
  pausedSince: DayNumber | undefined;
  intervals: ClockInterval[];
};

function applies(suspension: Suspension, right: DataSubjectRight): boolean {
  return suspension.rights === 'all' || suspension.rights.includes(right);
}

/** A question to the data subject, with what the law makes of it. */
type Wait = { suspension: Suspension; span: EventSpan };

/** The last day of the law's limit when the clock starts on a day and nothing stops it; undefined without a number. */
export type LastDayFrom = (start: DayNumber) => DayNumber | undefined;

/**
 * Applies the suspensions that the law names for this right, and only those. What is asked for after the limit has
 * passed starts no clock again: the answer is late already.
 */
export function clockBasis(
  clock: PackClock,
  right: DataSubjectRight,
  received: DayNumber,
  spans: EventSpans,
  lastDayFrom: LastDayFrom,
  trail: DerivationTrail,
): ClockBasis {
  const basis: ClockBasis = {
    state: 'running',
    start: received,
    safeStart: received,
    exclusions: [],
    pausedSince: undefined,
    intervals: [],
  };
  const waits: Wait[] = clock.suspensions
    .filter((suspension) => applies(suspension, right))
    .flatMap((suspension) => spans[suspension.ground].map((span) => ({ suspension, span })))
    .sort((a, b) => a.span.opened - b.span.opened);
  const paused = daysPaused(waits);
  for (const { suspension, span } of waits) {
    const last = basis.start === undefined ? undefined : lastDayFrom(basis.start);
    if (startsAnew(suspension) && last !== undefined && span.opened > last + paused) {
      const params = { from: isoOf(span.opened), to: isoOf(last + paused) };
      trail.add('clock', 'asked_too_late', params, suspension);
    } else {
      apply(basis, suspension, span, trail);
    }
  }
  basis.exclusions = disjoint(basis.exclusions, basis.start ?? received);
  basis.intervals = intervalsOf(basis, received);
  return basis;
}

function startsAnew({ effect }: Suspension): boolean {
  return effect === 'starts_clock' || effect === 'reflection';
}

/** By how many days the pauses can have moved the limit at most; without end while one is open. */
function daysPaused(waits: readonly Wait[]): number {
  return waits
    .filter(({ suspension }) => suspension.effect === 'excludes_days')
    .reduce((sum, { span }) => sum + (span.closed ?? Number.POSITIVE_INFINITY) - span.opened + 1, 0);
}

function apply(basis: ClockBasis, suspension: Suspension, span: EventSpan, trail: DerivationTrail): void {
  const asked = isoOf(span.opened);
  if (suspension.effect === 'tolerated') {
    trail.add('clock', `tolerated_${suspension.ground}`, { from: asked }, suspension);
    return;
  }
  if (suspension.effect === 'starts_clock') {
    if (span.closed === undefined) {
      basis.start = undefined;
      basis.state = 'not_started';
      trail.add('clock', `not_started_${suspension.ground}`, { from: asked }, suspension);
    } else if (basis.start !== undefined && span.closed > basis.start) {
      basis.start = span.closed;
      if (suspension.confidence === 'certain') basis.safeStart = span.closed;
      trail.add(
        'clock',
        `starts_${suspension.ground}`,
        { to: isoOf(span.closed) },
        suspension,
        isoOf(span.closed),
      );
    }
    return;
  }
  if (suspension.effect === 'reflection') {
    reflect(basis, suspension, span, trail);
    return;
  }
  const from = suspension.counting === 'both_days' ? span.opened : span.opened + 1;
  if (span.closed === undefined) {
    basis.pausedSince = span.opened;
    basis.state = 'paused';
    trail.add('clock', `paused_${suspension.ground}`, { from: asked }, suspension);
  } else if (span.closed >= from) {
    basis.exclusions.push({
      from,
      to: span.closed,
      certain: suspension.confidence === 'certain',
      suspension,
    });
  }
}

function reflect(
  basis: ClockBasis,
  suspension: Extract<Suspension, { effect: 'reflection' }>,
  span: EventSpan,
  trail: DerivationTrail,
): void {
  const end = span.opened + suspension.days;
  const params = { from: isoOf(span.opened), count: suspension.days, to: isoOf(end) };
  if (span.closed !== undefined && span.closed > end) {
    basis.start = undefined;
    basis.state = 'stopped';
    trail.add('clock', 'reflection_lapsed', params, suspension, isoOf(end));
    return;
  }
  if (basis.start !== undefined && end > basis.start) {
    basis.start = end;
    if (suspension.confidence === 'certain') basis.safeStart = end;
  }
  if (span.closed === undefined) basis.state = 'paused';
  trail.add(
    'clock',
    span.closed === undefined ? 'reflection_open' : 'reflection',
    params,
    suspension,
    isoOf(end),
  );
}

/** Sorts exclusions, cuts what lies before the start, and lets no day be left out twice. */
function disjoint(exclusions: Exclusion[], start: DayNumber): Exclusion[] {
  const sorted = exclusions.sort((a, b) => a.from - b.from);
  const kept: Exclusion[] = [];
  let free = start;
  for (const exclusion of sorted) {
    const from = Math.max(exclusion.from, free);
    if (exclusion.to < from) continue;
    kept.push({ ...exclusion, from });
    free = exclusion.to + 1;
  }
  return kept;
}

function intervalsOf(basis: ClockBasis, received: DayNumber): ClockInterval[] {
  const intervals: ClockInterval[] = [];
  const push = (state: ClockInterval['state'], from: DayNumber, to?: DayNumber, ground?: string) => {
    if (to !== undefined && to < from) return;
    intervals.push({
      state,
      from: isoOf(from),
      ...(to === undefined ? {} : { to: isoOf(to) }),
      ...(ground ? { ground } : {}),
    });
  };
  if (basis.start === undefined) {
    push(basis.state, received);
    return intervals;
  }
  push('not_started', received, basis.start - 1);
  let at = basis.start;
  for (const exclusion of basis.exclusions) {
    push('running', at, exclusion.from - 1);
    push('paused', exclusion.from, exclusion.to, exclusion.suspension.ground);
    at = exclusion.to + 1;
  }
  if (basis.pausedSince !== undefined && basis.pausedSince >= at) {
    push('running', at, basis.pausedSince - 1);
    push('paused', basis.pausedSince);
  } else {
    push(basis.state === 'paused' ? 'paused' : 'running', at);
  }
  return intervals;
}
