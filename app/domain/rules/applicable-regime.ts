import type { Temporal } from 'temporal-polyfill';
import type { DataSubjectRight } from '../rights/data-subject-right.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { PackClock } from './pack-clock.ts';
import { findPack } from './packs/index.ts';
import type { RightRule } from './right-rule.ts';
import type { PackVersion, RulePack } from './rule-pack.ts';
import { jurisdictionOf, type Residence } from './territory.ts';

/** The law (or, outside every described law, our policy) that governs a request. It stores as JSON. */
export type DescribedRegime = {
  kind: 'law' | 'policy';
  jurisdiction: Jurisdiction;
  pack: string;
  version: string;
  /** The regime that the pack adds to: France to the EEA, Quebec to Canada. */
  base?: DescribedRegime;
};
export type ApplicableRegime = DescribedRegime | { kind: 'not_described'; jurisdiction: Jurisdiction };

/** A right as it stands under a regime, with the clock and the pack version that it comes from. */
export type RuledRight = RightRule & { pack: string; version: string; clock: PackClock };

/** The regime of a jurisdiction on the day of receipt; `not_described` before its first described version. */
export function regimeOf(
  jurisdiction: Jurisdiction,
  receivedOn: Temporal.PlainDate | string,
): ApplicableRegime {
  const pack = findPack(jurisdiction);
  const version = pack && versionOn(pack, receivedOn.toString());
  if (!pack || !version) return { kind: 'not_described', jurisdiction };
  const regime: DescribedRegime = { kind: pack.kind, jurisdiction, pack: pack.id, version: version.id };
  const base = pack.extends && regimeOf(pack.extends, receivedOn);
  return base && base.kind !== 'not_described' ? { ...regime, base } : regime;
}

/** The regime of somebody's ordinary residence on the day of receipt, in the law's zone. */
export function applicableRegime(
  residence: Residence,
  receivedOn: Temporal.PlainDate | string,
): ApplicableRegime {
  return regimeOf(jurisdictionOf(residence), receivedOn);
}

function versionOn(pack: RulePack, date: string): PackVersion | undefined {
  return pack.versions.find((v) => v.validFrom <= date && (v.validTo === null || date <= v.validTo));
}

/** The pack version that a regime names. Throws when a stored regime names a version that no longer exists. */
export function versionOf(regime: DescribedRegime): PackVersion {
  const version = findPack(regime.jurisdiction)?.versions.find((v) => v.id === regime.version);
  if (!version)
    throw new Error(`${regime.pack} ${regime.version}: no such pack version; versions are never removed`);
  return version;
}

/** The layer of a regime that a pack is: France itself, or the EEA below it. Undefined when it is neither. */
export function layerOf(regime: DescribedRegime, pack: string): DescribedRegime | undefined {
  if (regime.pack === pack) return regime;
  return regime.base && layerOf(regime.base, pack);
}

const indexes = new WeakMap<ApplicableRegime, ReadonlyMap<DataSubjectRight, RuledRight>>();
const ruled = new Map<string, readonly RuledRight[]>();

/**
 * Every right that a regime describes, in the order of its base; a composed pack's own rules replace those of the base,
 * and what it adds comes last, so that access does not stand below instructions for after death.
 */
export function rightsUnder(regime: ApplicableRegime): readonly RuledRight[] {
  if (regime.kind === 'not_described') return [];
  const key = `${regime.pack}@${regime.version}+${regime.base?.version ?? ''}`;
  const known = ruled.get(key);
  if (known) return known;
  const version = versionOf(regime);
  const own = version.rights.map((rule) => ({
    ...rule,
    pack: regime.pack,
    version: version.id,
    clock: version.clock,
  }));
  const base = regime.base ? rightsUnder(regime.base) : [];
  const inherited = base.map((rule) => own.find((mine) => mine.right === rule.right) ?? rule);
  const added = own.filter((rule) => !base.some(({ right }) => right === rule.right));
  const all = [...inherited, ...added];
  ruled.set(key, all);
  return all;
}

/** One right under a regime; undefined where the regime does not mention it. */
export function rightUnder(regime: ApplicableRegime, right: DataSubjectRight): RuledRight | undefined {
  let index = indexes.get(regime);
  if (!index) {
    index = new Map(rightsUnder(regime).map((rule) => [rule.right, rule]));
    indexes.set(regime, index);
  }
  return index.get(right);
}

/** The zone in which a jurisdiction turns an instant into the day of receipt. */
export function zoneOf(jurisdiction: Jurisdiction): string | undefined {
  return findPack(jurisdiction)?.versions.at(-1)?.clock.zone;
}
