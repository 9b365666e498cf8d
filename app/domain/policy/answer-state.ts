import type { Temporal } from 'temporal-polyfill';
import { type ChangeAsk, type ChangePromise, promiseFor, zoneOfCountry } from './change-promise.ts';
import type { AnswerState, PolicyAnswer } from './policy-answer.ts';

/** A version of the policy as its effects need it. */
export interface PolicyChange {
  readonly material: boolean;
  /** First day on which it counts, on the calendar of each territory. */
  readonly effectiveFrom: Temporal.PlainDate;
}

/** What is known of somebody and a version. */
export interface AnswerFacts {
  readonly change: PolicyChange;
  /** Ordinary residence, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** When the notice left; null while it has not. */
  readonly noticeSentAt: Temporal.Instant | null;
  /** The newest answer; null in silence. */
  readonly answer: { readonly answer: PolicyAnswer; readonly late: boolean } | null;
}

const ANSWERS_TO: Readonly<Record<ChangeAsk, readonly PolicyAnswer[]>> = {
  notice: [],
  consent: ['accepted', 'rejected'],
  rejection: ['accepted', 'rejected'],
  objection: ['accepted', 'objected'],
};

/** The instant at which a version begins to count in a country. */
export function effectiveAt(change: PolicyChange, country: string): Temporal.Instant {
  return change.effectiveFrom.toZonedDateTime(zoneOfCountry(country)).toInstant();
}

/** Last day on which an objection is in time: the day of the notice is day 0. Null where the policy counts no days. */
export function objectBy(promise: ChangePromise, country: string, noticeSentAt: Temporal.Instant) {
  if (promise.days === null) return null;
  return localDate(noticeSentAt, country).add({ days: promise.days });
}

/**
 * Whether an answer comes too late to be an objection in time. Without a notice no days run.
 * @param at when it is given
 */
export function isLate(facts: Omit<AnswerFacts, 'answer'>, answer: PolicyAnswer, at: Temporal.Instant) {
  if (answer !== 'objected' || facts.noticeSentAt === null) return false;
  const last = objectBy(promiseFor(facts.country, facts.change), facts.country, facts.noticeSentAt);
  return last !== null && compare(localDate(at, facts.country), last) > 0;
}

/**
 * Notices that left before this instant can by now no longer be answered in time: silence has let the chance lapse.
 * Null while none has. A notice that left too late for its version gave no chance, so nothing lapses by it.
 */
export function lapsedIfSentBefore(
  change: PolicyChange,
  country: string,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const promise = promiseFor(country, change);
  if (promise.ask === 'rejection') {
    const effect = effectiveAt(change, country);
    return before(now, effect) ? null : effect;
  }
  if (promise.days === null) return null;
  // Lapsed is what was sent on a day so long ago that its last day is over: sent before the day after that one.
  const latest = localDate(now, country).subtract({ days: promise.days });
  return latest.toZonedDateTime(zoneOfCountry(country)).toInstant();
}

/** How somebody stands to a version at an instant. Silence is never consent. */
export function answerState(facts: AnswerFacts, now: Temporal.Instant): AnswerState {
  if (facts.answer) return facts.answer.late ? 'objected_late' : facts.answer.answer;
  if (promiseFor(facts.country, facts.change).ask === 'notice') return 'told';
  const limit = lapsedIfSentBefore(facts.change, facts.country, now);
  return limit && facts.noticeSentAt && before(facts.noticeSentAt, limit) ? 'lapsed' : 'not_answered';
}

/**
 * The answers that can be given now: until the change counts for this person, every answer can be changed. Consent can
 * still be given later, since without it the change never counts; an objection is still heard when it is late.
 */
export function offeredAnswers(facts: AnswerFacts, now: Temporal.Instant): readonly PolicyAnswer[] {
  const { ask } = promiseFor(facts.country, facts.change);
  const others = ANSWERS_TO[ask].filter((answer) => answer !== facts.answer?.answer);
  const effect = effectiveAt(facts.change, facts.country);
  if (before(now, effect)) return others;
  if (ask === 'consent') return facts.answer?.answer === 'accepted' ? [] : others;
  if (ask === 'rejection') return hadChance(facts, effect) ? [] : others;
  const inTime = !isLate(facts, 'objected', now);
  return others.filter((answer) => inTime || answer === 'objected');
}

/** Whether the notice left before the version counted; else the chance to reject stays open. */
function hadChance({ noticeSentAt }: AnswerFacts, effect: Temporal.Instant): boolean {
  return noticeSentAt !== null && before(noticeSentAt, effect);
}

/** What a version does to somebody's data at an instant. */
export type ChangeEffect = 'not_yet' | 'counts' | 'waits_for_consent' | 'does_not_count' | 'officer_decides';

/** Whether the change counts for this person, as the policy promises it. */
export function changeEffect(facts: AnswerFacts, now: Temporal.Instant): ChangeEffect {
  const { ask } = promiseFor(facts.country, facts.change);
  const state = answerState(facts, now);
  if (state === 'rejected') return 'does_not_count';
  if (state === 'objected' || state === 'objected_late') return 'officer_decides';
  if (before(now, effectiveAt(facts.change, facts.country))) return 'not_yet';
  if (ask === 'consent') return state === 'accepted' ? 'counts' : 'waits_for_consent';
  if (state === 'not_answered' && ask === 'rejection') return 'not_yet';
  return 'counts';
}

const localDate = (at: Temporal.Instant, country: string) =>
  at.toZonedDateTimeISO(zoneOfCountry(country)).toPlainDate();
const before = (a: Temporal.Instant, b: Temporal.Instant) => a.epochMilliseconds < b.epochMilliseconds;
const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  a.toString() < b.toString() ? -1 : a.toString() > b.toString() ? 1 : 0;
