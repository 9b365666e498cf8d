import { type ApplicableRegime, versionOf } from '../applicable-regime.ts';
import type { Jurisdiction } from '../jurisdiction.ts';
import type { PackClock } from '../pack-clock.ts';
import { findPack } from '../packs/index.ts';
import type { PackVersion, RulePack } from '../rule-pack.ts';

/** One dated state of a law, as a choice: `shownOn` is a day on which it governs. */
export interface VersionChoice {
  readonly from: string;
  /** Null while no end is known. */
  readonly to: string | null;
  readonly when: 'past' | 'in_force' | 'to_come';
  readonly shown: boolean;
  readonly shownOn: string;
}

/** One pack of a regime: France's own law, and below it the EEA's. */
export interface LawLayer {
  readonly pack: string;
  readonly jurisdiction: Jurisdiction;
  readonly law: PackVersion['law'];
  readonly from: string;
  readonly to: string | null;
  readonly clock: PackClock;
  /** Keys below `notes.` in `legal.json`. */
  readonly notes: readonly string[];
  readonly versions: readonly VersionChoice[];
}

/** The packs that make up a regime, the own one first; empty where no law is described for the day. */
export function layersOf(regime: ApplicableRegime, today: string): LawLayer[] {
  if (regime.kind === 'not_described') return [];
  const version = versionOf(regime);
  const layer = {
    pack: regime.pack,
    jurisdiction: regime.jurisdiction,
    law: version.law,
    from: version.validFrom,
    to: version.validTo,
    clock: version.clock,
    notes: version.notes,
    versions: versionChoices(regime.jurisdiction, today, version.id),
  };
  return [layer, ...(regime.base ? layersOf(regime.base, today) : [])];
}

/** Every described version of a jurisdiction's pack, oldest first; empty while it has no pack. */
export function versionChoices(jurisdiction: Jurisdiction, today: string, shown?: string): VersionChoice[] {
  return (
    (findPack(jurisdiction) as RulePack | undefined)?.versions.map((version) =>
      choice(version, today, shown),
    ) ?? []
  );
}

function choice(
  { id, validFrom: from, validTo: to }: PackVersion,
  today: string,
  shown?: string,
): VersionChoice {
  const when = from > today ? 'to_come' : to !== null && to < today ? 'past' : 'in_force';
  return { from, to, when, shown: id === shown, shownOn: from };
}
