import { expect, test } from 'vitest';
import {
  type DescribedRegime,
  type RuledRight,
  regimeOf,
  rightsUnder,
  rightUnder,
} from '#app/domain/rules/applicable-regime.ts';
import { dutiesUnder } from '#app/domain/rules/duties-under.ts';
import type { Jurisdiction } from '#app/domain/rules/jurisdiction.ts';
import { WEEKENDS } from '#app/domain/rules/pack-clock.ts';
import { DEVIATIONS } from './fixtures/deviations.ts';
import {
  asPeriod,
  CHANGES,
  ourRight,
  RESEARCH,
  RESEARCHED_DUTIES,
  RESEARCHED_ON,
  type ResearchedJurisdiction,
  type ResearchedRight,
} from './research.ts';

/** The facts of one right as the research has them, in the form of a pack. */
function researched(asked: ResearchedRight) {
  const { standing, deadline, extension, ack, policy, guidance, start } = asked;
  return {
    standing,
    response: deadline && standing !== 'not_in_force' ? asPeriod(deadline) : null,
    extensionBy: extension ? (extension.amount === null ? 'open' : asPeriod(extension)) : null,
    extensionTimes: extension?.times ?? null,
    reasons: extension?.reasons ?? null,
    ack: ack ? asPeriod(ack) : null,
    promise: policy ? asPeriod(policy) : null,
    guidance: guidance ? asPeriod(guidance) : null,
    start: start === 'application' ? 'receipt' : start,
  };
}

/** The same of a pack. */
function packed(rule: RuledRight): ReturnType<typeof researched> {
  const { extension } = rule;
  return {
    standing: rule.standing,
    response: rule.response?.period ?? null,
    extensionBy: extension ? (extension.by ?? 'open') : null,
    extensionTimes: extension?.times ?? null,
    reasons: extension?.reasonsRequired ?? null,
    ack: rule.acknowledgement?.period ?? null,
    promise: rule.promise?.period ?? null,
    guidance: rule.guidance?.period ?? null,
    start: startOf(rule),
  };
}

/** A clock of the relevant time moves only the rights for which something can put the start off. */
function startOf({ right, clock }: RuledRight): string {
  const movable = clock.suspensions.some(
    ({ effect, rights }) => effect === 'starts_clock' && (rights === 'all' || rights.includes(right)),
  );
  return clock.start.event === 'relevant_time' && movable ? 'relevant_time' : 'receipt';
}

function differences({ id, zone, rollover, rights }: ResearchedJurisdiction): string[] {
  const rules = rightsUnder(regimeOf(id as Jurisdiction, RESEARCHED_ON));
  const found: string[] = [];
  const clock = rules[0]?.clock;
  if (clock?.zone !== zone) found.push(`${id} zone: ${clock?.zone}, research ${zone}`);
  const moves = clock && clock.rollover.moves !== 'none' ? clock.rollover : null;
  const ours = moves && { weekend: [...WEEKENDS[moves.weekend]], calendar: moves.calendar };
  compare(`${id} rollover`, ours, rollover ?? null, found);
  for (const asked of rights) {
    const right = ourRight(asked.right);
    const rule = rules.find((one) => one.right === right);
    if (!rule) found.push(`${id} ${right}: not in the pack, research ${asked.standing}`);
    else {
      const [mine, theirs] = [packed(rule), researched(asked)];
      for (const fact of Object.keys(theirs) as (keyof typeof theirs)[])
        compare(`${id} ${right} ${fact}`, mine[fact], theirs[fact], found);
    }
  }
  const known = rights.map(({ right }) => ourRight(right));
  for (const rule of rules)
    if (rule.pack.startsWith(id.toLowerCase()) && !known.includes(rule.right))
      found.push(`${id} ${rule.right}: ${rule.standing} in the pack, not in the research`);
  return found;
}

function compare(place: string, ours: unknown, theirs: unknown, found: string[]): void {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
  if (a !== b) found.push(`${place}: ${a}, research ${b}`);
}

test.each(CHANGES)(
  '$jurisdiction $right on $on is $standing',
  ({ jurisdiction, right, on, standing, deadline }) => {
    const rule = rightsUnder(regimeOf(jurisdiction as Jurisdiction, on)).find(
      (one) => one.right === ourRight(right),
    );
    expect(rule?.standing).toBe(standing);
    expect(rule?.response?.period).toEqual(deadline && asPeriod(deadline));
  },
);

test('records, look-back and small controllers are as researched', () => {
  const { recordsMonths, lookback, smallController } = RESEARCHED_DUTIES;
  const california = dutiesUnder(regimeOf('US-CA', RESEARCHED_ON) as DescribedRegime);
  expect(california.records.months).toBe(recordsMonths['US-CA']);
  expect(california.lookback).toMatchObject(lookback['US-CA']);
  const brazil = rightUnder(regimeOf('BR', RESEARCHED_ON), ourRight(smallController.BR.right));
  expect(brazil?.smallController?.period).toEqual(asPeriod(smallController.BR));
});

test('every pack says what the research says, or the difference is listed with its reason', () => {
  const found = RESEARCH.flatMap(differences);
  const listed = Object.keys(DEVIATIONS);
  expect(found.filter((difference) => !listed.includes(difference))).toEqual([]);
  expect(listed.filter((difference) => !found.includes(difference))).toEqual([]);
});
