import type { CollectedLine } from './collected-line.ts';
import { parseLossless } from './lossless-json.ts';
import { type Projection, projectRow } from './projection.ts';

type Value = Record<string, unknown>;

/** What happened to a row: its JSON for the package, and each value that was kept out of it. */
export type RedactedRow = {
  readonly json: string;
  readonly masked: readonly { readonly field: string; readonly ground: string }[];
};

/** Stands in free text where another person's address stood. */
export const SCRUBBED = '[masked]';

/**
 * Makes the row that leaves: fields that speak of others and fields that an officer withheld become
 * `{"masked": <ground>}`, other people's addresses vanish from free text. A row without either is copied as it is.
 * @param project set when the package holds less than what was collected
 */
export function redactRow(
  line: CollectedLine,
  withheld: readonly { readonly field: string; readonly ground: string }[],
  project: Projection | undefined,
): RedactedRow {
  if (!line.mask && !line.scrub && withheld.length === 0 && !project) return { json: line.json, masked: [] };
  let row = parseLossless(line.json) as Value;
  const masked: { field: string; ground: string }[] = [];
  const grounds = new Map([
    ...Object.entries(line.mask ?? {}),
    ...withheld.map(({ field, ground }) => [field, ground] as const),
  ]);
  for (const [field, ground] of grounds) {
    if (replaceAt(row, field.split('.'), (value) => (value === null ? null : { masked: ground }))) {
      masked.push({ field, ground });
    }
  }
  for (const [field, found] of Object.entries(line.scrub ?? {})) {
    if (grounds.has(field)) continue;
    if (replaceAt(row, field.split('.'), (value) => scrubbed(value, found))) {
      masked.push({ field, ground: 'rights_of_others' });
    }
  }
  if (project) {
    row = projectRow(
      Object.fromEntries(project.columns.map((column) => [column, row[column] ?? null])),
      project,
    );
    const columns = new Set(project.columns);
    return {
      json: JSON.stringify(row),
      masked: masked.filter(({ field }) => columns.has(field.split('.')[0] ?? '')),
    };
  }
  return { json: JSON.stringify(row), masked };
}

/** Longest first: one address may be the beginning of another. Lists and objects are gone through. */
function scrubbed(value: unknown, found: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const list = value.map((one) => scrubbed(one, found));
    return list.every((one, index) => one === value[index]) ? value : list;
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, one]) => [name, scrubbed(one, found)] as const);
    return entries.every(([name, one]) => one === (value as Value)[name])
      ? value
      : Object.fromEntries(entries);
  }
  if (typeof value !== 'string') return value;
  return [...found]
    .sort((a, b) => b.length - a.length)
    .reduce((text, one) => text.replaceAll(one, SCRUBBED), value);
}

/** Whether the value at the path changed. */
function replaceAt(row: Value, path: readonly string[], change: (value: unknown) => unknown): boolean {
  const [name = '', ...rest] = path;
  if (!Object.hasOwn(row, name)) return false;
  const before = row[name];
  if (rest.length > 0) {
    const inner = Array.isArray(before) ? before : [before];
    return inner
      .map((one) => one !== null && typeof one === 'object' && replaceAt(one as Value, rest, change))
      .some(Boolean);
  }
  row[name] = change(before);
  return row[name] !== before;
}
