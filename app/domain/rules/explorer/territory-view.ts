import type { Temporal } from 'temporal-polyfill';
import { RIGHTS } from '../../rights/data-subject-right.ts';
import { type DescribedRegime, regimeOf, rightsUnder, zoneOf } from '../applicable-regime.ts';
import type { Calendars } from '../business-calendar.ts';
import { assuranceFor, dutiesUnder } from '../duties-under.ts';
import type { LocalName } from '../local-name.ts';
import { localNames } from '../local-names.ts';
import type { Assurance, Duties } from '../pack-duties.ts';
import { type CitedGround, refusalGrounds } from '../refusal-grounds.ts';
import type { RightRule } from '../right-rule.ts';
import { type ExampleDeadline, exampleDeadlines, exampleInstant } from './example-deadlines.ts';
import { type LawLayer, layersOf, type VersionChoice, versionChoices } from './law-layers.ts';
import type { Territory } from './territory-code.ts';

/** A right as a pack has it, with the pack that it comes from and the proof of identity that it needs. */
export type DescribedRight = RightRule & {
  readonly pack: string;
  readonly assurance: Assurance;
  /** What the law itself calls it, in the languages of the place. */
  readonly names: readonly LocalName[];
  /** On which grounds it may be refused; empty where the law has none. */
  readonly refusals: readonly CitedGround[];
};

/** Everything that the rules say about a place on a day. Plain data, nothing personal. */
export interface TerritoryView {
  readonly territory: Territory;
  readonly kind: 'law' | 'policy' | 'not_described';
  /** Today on the clocks of the law. */
  readonly today: string;
  /** The day that is looked at. */
  readonly on: string;
  /** The packs that apply, the own one first. Empty when nothing is described for the day. */
  readonly layers: readonly LawLayer[];
  /** Every version that is described, also when none governs the day. */
  readonly versions: readonly VersionChoice[];
  readonly rights: readonly DescribedRight[];
  readonly duties: Duties | null;
  readonly examples: readonly ExampleDeadline[];
}

/** What applies to people who ordinarily live in a place; `on` is a day, today when it is left out. */
export function territoryView(
  territory: Territory,
  now: Temporal.Instant,
  calendars: Calendars,
  on?: string,
): TerritoryView {
  const { jurisdiction } = territory;
  const zone = zoneOf(jurisdiction) ?? 'UTC';
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const day = on ?? today;
  const regime = regimeOf(jurisdiction, day);
  const described = regime.kind === 'not_described' ? null : regime;
  const filedAt = exampleInstant(day, today, zone, now);
  return {
    territory,
    kind: regime.kind,
    today,
    on: day,
    layers: layersOf(regime, today),
    versions: versionChoices(jurisdiction, today),
    rights: described ? describedRights(described, territory.country) : [],
    duties: described && dutiesUnder(described),
    examples: described ? exampleDeadlines(described, filedAt, calendars) : [],
  };
}

/** In one order for all laws, so that two pages can be read side by side. */
function describedRights(regime: DescribedRegime, country: string | null): DescribedRight[] {
  const rights = rightsUnder(regime).map(({ clock: _, version: __, ...rule }) => ({
    ...rule,
    assurance: assuranceFor(regime, rule.right),
    names: localNames(regime, rule.right, country),
    refusals: refusalGrounds(regime, rule.right),
  }));
  return rights.sort((a, b) => RIGHTS.indexOf(a.right) - RIGHTS.indexOf(b.right));
}
