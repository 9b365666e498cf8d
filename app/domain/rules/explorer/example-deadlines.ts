import { Temporal } from 'temporal-polyfill';
import { type DataSubjectRight, RIGHTS } from '../../rights/data-subject-right.ts';
import { type DescribedRegime, rightsUnder } from '../applicable-regime.ts';
import type { Calendars } from '../business-calendar.ts';
import { weakest } from '../confidence.ts';
import type { Deadline } from '../deadline.ts';
import type { DerivationStep } from '../deadline-derivation.ts';
import { isOwnLimit } from '../own-limit.ts';
import { responseDeadline } from '../response-deadline.ts';

/** What would apply to a request filed at a moment; rights that are answered alike share one, with all their citations. */
export interface ExampleDeadline {
  readonly rights: readonly DataSubjectRight[];
  readonly deadline: Deadline;
}

/**
 * The dates of a request that is filed at `receivedAt`, for each right for which somebody named a number: the law, our
 * policy or guidance. Rights without any number have no example.
 */
export function exampleDeadlines(
  regime: DescribedRegime,
  receivedAt: Temporal.Instant,
  calendars: Calendars,
): ExampleDeadline[] {
  const alike = new Map<string, { rights: DataSubjectRight[]; deadline: Deadline }>();
  for (const rule of rightsUnder(regime)) {
    // What runs against the data subject is no date by which anybody answers.
    if (isOwnLimit(rule)) continue;
    const { right } = rule;
    const deadline = responseDeadline({ regime, right, receivedAt }, calendars);
    if (!hasDate(deadline)) continue;
    const key = JSON.stringify({
      ...deadline,
      confidence: undefined,
      derivation: deadline.derivation.map(bare),
    });
    const group = alike.get(key);
    alike.set(key, {
      rights: [...(group?.rights ?? []), right],
      deadline: group ? joined(group.deadline, deadline) : deadline,
    });
  }
  const order = ({ rights: [first] }: ExampleDeadline) => (first ? RIGHTS.indexOf(first) : 0);
  for (const { rights } of alike.values()) rights.sort((a, b) => RIGHTS.indexOf(a) - RIGHTS.indexOf(b));
  return [...alike.values()].sort((a, b) => order(a) - order(b));
}

/** A step without what says where it stands. */
function bare({ citation: _, confidence: __, ...step }: DerivationStep) {
  return step;
}

/** Two ways to the same dates as one: each step names the sources of both, and is as sure as the weaker. */
function joined(one: Deadline, other: Deadline): Deadline {
  return {
    ...one,
    confidence: weakest(one.confidence, other.confidence),
    derivation: one.derivation.map((step, index) => {
      const { citation, confidence = step.confidence } = other.derivation[index] ?? {};
      const sources = new Set([...(step.citation?.split('; ') ?? []), ...(citation?.split('; ') ?? [])]);
      return {
        ...step,
        ...(sources.size > 0 && { citation: [...sources].join('; ') }),
        confidence: weakest(step.confidence, confidence),
      };
    }),
  };
}

function hasDate({ due, ackDue, policyDue, guidanceDue }: Deadline): boolean {
  return [due, ackDue, policyDue, guidanceDue].some((date) => date !== null);
}

/** The moment that an example takes for a day: now when it is today, else noon on the clocks of the law. */
export function exampleInstant(
  on: string,
  today: string,
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant {
  if (on === today) return now;
  return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant();
}
