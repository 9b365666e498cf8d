import { Temporal } from 'temporal-polyfill';
import { regimeOf, rightsUnder } from '#app/domain/rules/applicable-regime.ts';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { type DeadlineInput, responseDeadline } from '#app/domain/rules/response-deadline.ts';
import { type Comparison, compare, perSecond } from './measure.ts';

const DERIVATIONS = 100_000;
const START = Temporal.Instant.from('2026-01-03T10:00:00Z');

/** Every right of every described law, received on different days: mixed as a year of requests would be. */
function mixedInputs(): DeadlineInput[] {
  const kinds = JURISDICTIONS.flatMap((jurisdiction) => {
    const regime = regimeOf(jurisdiction, '2026-06-01');
    if (regime.kind === 'not_described') return [];
    return rightsUnder(regime).map(({ right }) => ({ regime, right }));
  });
  return Array.from({ length: DERIVATIONS }, (_, n) => ({
    ...(kinds[n % kinds.length] as (typeof kinds)[number]),
    receivedAt: START.add({ hours: (n % 5000) * 2 }),
  }));
}

/** Full derivations, single thread, over bare pairs of date additions (a month and some days) of Temporal. */
export function benchDeadlines(): Promise<Comparison> {
  const inputs = mixedInputs();
  const day = Temporal.PlainDate.from('2026-01-31');
  return compare(
    'deadlines',
    'a second',
    () =>
      perSecond(DERIVATIONS, () => {
        for (const input of inputs) responseDeadline(input, CALENDARS);
      }),
    'bare Temporal additions',
    () =>
      perSecond(DERIVATIONS, () => {
        for (let n = 0; n < DERIVATIONS; n++) day.add({ months: 1 + (n % 3), days: n % 45 });
      }),
  );
}
