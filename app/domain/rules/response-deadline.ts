import type { Temporal } from 'temporal-polyfill';
import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import { type DescribedRegime, type RuledRight, rightUnder, versionOf } from './applicable-regime.ts';
import type { Calendars } from './business-calendar.ts';
import { clockBasis } from './clock-basis.ts';
import { type ClockEvent, pairEvents } from './clock-event.ts';
import type { CountingContext } from './count-period.ts';
import { dayOf, isoOf } from './day-number.ts';
import type { ControllerSize, Deadline, ExtensionNotice, MovedDate } from './deadline.ts';
import { DerivationTrail } from './derivation-trail.ts';
import { lastDayFrom, lawLimits } from './law-limits.ts';
import { instantText, localDay, parseDay } from './local-day.ts';
import type { CountedPeriod, Period } from './period.ts';
import { type PolicyReliedOn, promisesFor } from './service-policy.ts';
import { acknowledgeBy, earliestOf, softLimit } from './side-limits.ts';
import { steer } from './steering.ts';

/** What a deadline is computed from. Everything that changes an answer is in here. */
export type DeadlineInput = {
  regime: DescribedRegime;
  right: DataSubjectRight;
  receivedAt: Temporal.Instant;
  events?: readonly ClockEvent[];
  /** Extension notices that were sent, in order. */
  extensions?: readonly ExtensionNotice[];
  controllerSize?: ControllerSize;
  /** Days (`YYYY-MM-DD`) on which the controller's office is closed by an administrator's decision. */
  closures?: readonly string[];
  /** What moved the date since it was first told, in order: the derivation says so. */
  moved?: readonly MovedDate[];
  /** The administrator's target where the law gives no number; replaces the pack's own. */
  target?: CountedPeriod;
  /** Zone of the clock when the controller's place is not the pack's default. */
  timezone?: string;
  /** Calendar of the controller's place (a Member State, a UK nation) instead of the pack's default. */
  placeCalendar?: string;
  /** Whose promises count, where the request says which service it is about; the law is the same for all of them. */
  policy?: PolicyReliedOn;
};

const NO_CLOSURES: ReadonlySet<number> = new Set();

/**
 * When a request must be answered, and why: the law's limit with its roll-over, acknowledgement, extensions,
 * promise and guidance, and the date to steer by. Pure; throws RulesError for events out of order or dates
 * that do not exist. A right that the regime does not know yields no dates, never an invented one.
 */
export function responseDeadline(input: DeadlineInput, calendars: Calendars): Deadline {
  const rule = rightUnder(input.regime, input.right) ?? unmentioned(input);
  const zone = input.timezone ?? rule.clock.zone;
  const context: CountingContext = {
    clock: rule.clock,
    calendars,
    closures: input.closures?.length ? new Set(input.closures.map(dayOf)) : NO_CLOSURES,
    placeCalendar: input.placeCalendar,
  };
  const trail = new DerivationTrail();
  const received = localDay(input.receivedAt, zone);
  trail.add(
    'clock',
    'received',
    { at: instantText(input.receivedAt), zone, date: isoOf(received) },
    rule.clock.start,
    isoOf(received),
  );
  const small = input.controllerSize === 'small';
  const response = (small ? rule.smallController : undefined) ?? rule.response;
  for (const [index, { on, before }] of (input.moved ?? []).entries()) {
    const changed = isoOf(parseDay(on, zone, `moved[${index}].on`));
    trail.add('clock', 'date_moved', { on: changed, before }, { confidence: 'certain' });
  }
  const basis = clockBasis(
    rule.clock,
    input.right,
    received,
    pairEvents(input.events ?? [], received, zone),
    (start) => lastDayFrom(start, rule, response?.period, input.extensions?.length ?? 0, context),
    trail,
  );

  const ack = rule.standing === 'statutory' ? acknowledgeBy(rule, small, received, context, trail) : null;
  const law = lawLimits({ rule, response, basis, zone, context, trail, input });
  const promises = promisesFor(rule, input.right, input.policy, isoOf(received));
  const policy = softLimit('policy', earliestOf(promises, received, context), received, context, trail);
  const guidance = softLimit('guidance', rule.guidance, received, context, trail);
  const target = law.counted ? null : targetOf(input, rule, received, context, trail);
  const steerBy = steer({ law: law.steer, policy, guidance, target }, trail);

  return {
    pack: input.regime.pack,
    version: input.regime.version,
    timezone: zone,
    standing: rule.standing,
    confidence: law.counted ? trail.confidenceOf('due') : (response?.confidence ?? rule.confidence),
    due: law.due,
    dueUnrolled: law.dueUnrolled,
    ackDue: ack,
    extendedDue: law.extendedDue,
    secondExtendedDue: law.secondExtendedDue,
    extensionNoticeBy: law.extensionNoticeBy,
    policyDue: policy,
    guidanceDue: guidance,
    dueNow: law.dueNow,
    extensionsUsed: law.extensionsUsed,
    steerBy,
    clock: { state: basis.state, intervals: basis.intervals },
    derivation: trail.steps,
  };
}

/** A right that a regime says nothing about: nothing is owed, and nothing is made up. */
function unmentioned({ regime, right }: DeadlineInput): RuledRight {
  const known = rightUnder(regime, 'access');
  if (!known) throw new RangeError(`${regime.pack}: expected every pack to describe access`);
  const { pack, version, clock } = known;
  return {
    right,
    standing: 'not_available',
    notes: [],
    citation: versionOf(regime).law.name,
    confidence: 'likely',
    pack,
    version,
    clock,
  };
}

function targetOf(
  input: DeadlineInput,
  rule: RuledRight,
  received: number,
  context: CountingContext,
  trail: DerivationTrail,
): string | null {
  const own = input.target && {
    period: input.target,
    confidence: 'certain' as const,
  };
  const owed: Period | undefined = rule.response?.period;
  return owed ? softLimit('target', own ?? rule.target, received, context, trail) : null;
}
