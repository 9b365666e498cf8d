import { wireName } from '../rights/data-subject-right.ts';
import { isCounted, type Period } from './period.ts';
import type { RightRule } from './right-rule.ts';
import type { PackVersion, RulePack } from './rule-pack.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** A period in a table: `1 calendar_month`, or the law's own word where it gives no number. */
function shown(period: Period | undefined): string {
  if (!period) return '';
  return isCounted(period) ? `${period.amount} ${period.unit}` : period.unit;
}

function rollover({ clock }: PackVersion): string {
  return clock.rollover.moves === 'none'
    ? 'never moves'
    : `${clock.rollover.weekend}, ${clock.rollover.calendar} (${clock.rollover.confidence})`;
}

/** One row a version: which law counts how, and since when. This table stands in the README of the rules. */
export function versionsTable(packs: readonly RulePack[]): string {
  return table(
    ['Jurisdiction', 'Pack', 'From', 'To', 'Law', 'Zone', 'Last day', 'Rights'],
    packs.flatMap((pack) =>
      pack.versions.map((version) => [
        pack.extends ? `${pack.jurisdiction} (adds to ${pack.extends})` : pack.jurisdiction,
        `\`${pack.id}\``,
        version.validFrom,
        version.validTo ?? '',
        version.law.name,
        version.clock.zone,
        rollover(version),
        String(version.rights.length),
      ]),
    ),
  );
}

function extension(rule: RightRule): string {
  if (!rule.extension) return '';
  const { by, times } = rule.extension;
  return by ? `+${by.amount} ${by.unit}${times === 2 ? ' x2' : ''}` : 'open-ended';
}

/** One row a right of each version in force on `today` (`YYYY-MM-DD`). */
export function rightsTable(packs: readonly RulePack[], today: string): string {
  const head = [
    'Jurisdiction',
    'Right',
    'Standing',
    'Response',
    'Extension',
    'First reply',
    'Our promise',
    'Guidance',
    'Citation',
    'Confidence',
  ];
  const rows = packs.flatMap((pack) => {
    const version = pack.versions.find(
      (v) => v.validFrom <= today && (v.validTo === null || today <= v.validTo),
    );
    return (version?.rights ?? []).map((rule) => [
      pack.jurisdiction,
      wireName(rule.right),
      rule.standing,
      shown(rule.response?.period),
      extension(rule),
      shown(rule.acknowledgement?.period),
      shown(rule.promise?.period),
      shown(rule.guidance?.period),
      rule.citation,
      rule.confidence,
    ]);
  });
  return table(head, rows);
}
