import { Temporal } from 'temporal-polyfill';
import type { RightStanding } from '../../rights/data-subject-right.ts';
import { regimeOf, rightUnder, zoneOf } from '../applicable-regime.ts';
import type { Calendars } from '../business-calendar.ts';
import type { Deadline } from '../deadline.ts';
import { JURISDICTIONS, type Jurisdiction } from '../jurisdiction.ts';
import { type DeadlineInput, responseDeadline } from '../response-deadline.ts';
import type { RightRule } from '../right-rule.ts';
import type { ComparedRight } from './compared-rights.ts';
import { territoryOfJurisdiction } from './territory-code.ts';

/** One law's answer to "how long may it take?". */
export interface ComparisonRow {
  readonly jurisdiction: Jurisdiction;
  readonly code: string;
  /** The pack that governs today; null where none does. */
  readonly pack: string | null;
  readonly standing: RightStanding | 'not_described';
  readonly rule: Pick<RightRule, 'response' | 'extension' | 'acknowledgement' | 'promise'> | null;
  /** Days from filing now to the law's date and to the extended one, roll-over left out; null without a number. */
  readonly days: number | null;
  readonly extendedDays: number | null;
}

/** Every law side by side for one right, as of a moment: the quickest answer first. */
export function compareJurisdictions(
  right: ComparedRight,
  now: Temporal.Instant,
  calendars: Calendars,
): ComparisonRow[] {
  return JURISDICTIONS.map((jurisdiction) => compared(jurisdiction, right, now, calendars)).sort(
    (a, b) => rank(a) - rank(b) || (a.extendedDays ?? 0) - (b.extendedDays ?? 0),
  );
}

function compared(
  jurisdiction: Jurisdiction,
  right: ComparedRight,
  now: Temporal.Instant,
  calendars: Calendars,
): ComparisonRow {
  const { code } = territoryOfJurisdiction(jurisdiction);
  const today = now.toZonedDateTimeISO(zoneOf(jurisdiction) ?? 'UTC').toPlainDate();
  const regime = regimeOf(jurisdiction, today);
  if (regime.kind === 'not_described') {
    return {
      jurisdiction,
      code,
      pack: null,
      standing: regime.kind,
      rule: null,
      days: null,
      extendedDays: null,
    };
  }
  const rule = rightUnder(regime, right);
  return {
    jurisdiction,
    code,
    pack: regime.pack,
    standing: rule?.standing ?? 'not_available',
    rule: rule ? limitsOf(rule) : null,
    ...lengths({ regime, right, receivedAt: now }, calendars),
  };
}

function limitsOf({ response, extension, acknowledgement, promise }: RightRule): ComparisonRow['rule'] {
  return {
    ...(response && { response }),
    ...(extension && { extension }),
    ...(acknowledgement && { acknowledgement }),
    ...(promise && { promise }),
  };
}

/** How long the law's own answer takes when counted from now; the roll-over is left out, since it differs by the day. */
function lengths(input: DeadlineInput, calendars: Calendars) {
  const deadline = responseDeadline(input, calendars);
  const count = (date: string | null | undefined) => (date ? daysTo(date, deadline, input.receivedAt) : null);
  const extended = deadline.derivation.filter(({ step }) => step.startsWith('derivation.extend_'));
  return {
    days: count(deadline.dueUnrolled ?? deadline.due),
    // A second extension is the last of them; the steps of a derivation stand before the roll-over.
    extendedDays: count(extended.at(-1)?.date),
  };
}

function daysTo(date: string, { timezone }: Deadline, from: Temporal.Instant): number {
  if (date.includes('T')) return from.until(Temporal.Instant.from(date)).total({ unit: 'hours' }) / 24;
  return from.toZonedDateTimeISO(timezone).toPlainDate().until(Temporal.PlainDate.from(date)).days;
}

/** Numbers first, then the law's open words, then courtesies and policies, then what does not exist. */
function rank(row: ComparisonRow): number {
  if (row.days !== null) return row.days;
  const order = [
    'statutory',
    'policy_only',
    'discretionary',
    'not_in_force',
    'not_available',
    'not_described',
  ];
  return 10_000 + order.indexOf(row.standing);
}
