import { z } from 'zod';
import { zoneOf } from '../rules/applicable-regime.ts';
import { cited } from '../rules/confidence.ts';
import { JURISDICTIONS, type Jurisdiction } from '../rules/jurisdiction.ts';
import { jurisdictionOf } from '../rules/territory.ts';

/**
 * What our policy asks of itself when it changes: to tell (`notice`), to wait for consent (`consent`), to write and
 * let the change be rejected (`rejection`), or to hear objections for some days (`objection`).
 */
export const CHANGE_ASKS = ['notice', 'consent', 'rejection', 'objection'] as const;
export type ChangeAsk = (typeof CHANGE_ASKS)[number];

const promiseSchema = z.strictObject({
  /** Null: everywhere that has no promise of its own. */
  jurisdiction: z.enum(JURISDICTIONS).nullable(),
  ask: z.enum(CHANGE_ASKS),
  changes: z.enum(['material', 'any']),
  /** Calendar days after the day of the notice, in the territory's zone; for `objection` only. */
  days: z.int().positive().nullable(),
  /** Keys below `policy.promiseNotes` in `portal.json`. */
  notes: z.array(z.string()),
  ...cited,
});
export type ChangePromise = Readonly<z.infer<typeof promiseSchema>>;

/**
 * Facts of the policy, not of law: each is the policy's promise, and a consent that a law wants for a new purpose is a
 * matter of its own. The policy names no number of days but Egypt's, so there is no other here.
 */
export const CHANGE_PROMISES: readonly ChangePromise[] = z.array(promiseSchema).parse([
  {
    jurisdiction: null,
    ask: 'notice',
    changes: 'material',
    days: null,
    notes: [],
    citation: 'Privacy policy, "Updates and changes"',
    confidence: 'certain',
  },
  {
    jurisdiction: 'PH',
    ask: 'consent',
    changes: 'material',
    days: null,
    notes: [],
    citation: 'Privacy policy, Philippines addendum, "Changes"',
    confidence: 'certain',
  },
  {
    jurisdiction: 'TH',
    ask: 'rejection',
    changes: 'any',
    days: null,
    notes: [],
    citation: 'Privacy policy, Thailand addendum',
    confidence: 'certain',
  },
  {
    jurisdiction: 'EG',
    ask: 'objection',
    changes: 'any',
    days: 7,
    // The sentence speaks of new customers and of "this policy"; we give the days to everybody, for each change.
    notes: ['written_for_new_customers'],
    citation: 'Privacy policy, Egypt addendum',
    confidence: 'unsure',
  },
]);

/** The policy's plain notice, for everybody and for changes that no territory's promise covers. */
const NOTICE = CHANGE_PROMISES.find(({ jurisdiction }) => jurisdiction === null) as ChangePromise;

/**
 * What the policy promises somebody who ordinarily lives in a country for a change.
 * @param country ISO 3166-1 alpha-2
 */
export function promiseFor(country: string, change: { readonly material: boolean }): ChangePromise {
  const own = promiseOf(jurisdictionOf({ country }));
  return own && (change.material || own.changes === 'any') ? own : NOTICE;
}

function promiseOf(jurisdiction: Jurisdiction): ChangePromise | undefined {
  return CHANGE_PROMISES.find((promise) => promise.jurisdiction === jurisdiction);
}

/** The zone whose calendar decides days and the moment of effect in a country. */
export function zoneOfCountry(country: string): string {
  return zoneOf(jurisdictionOf({ country })) ?? 'UTC';
}
