import type { MapCollection } from '../data-map/data-map.ts';

type Value = Record<string, unknown>;

/** What of a collection may leave: columns to read, and for object columns the inner fields that are mapped. */
export type Projection = {
  readonly columns: readonly string[];
  /** Object columns of which only these inner paths are kept; what the map does not name stays inside. */
  readonly inner: ReadonlyMap<string, readonly string[]>;
};

export function projectionOf(collection: MapCollection): Projection {
  const columns: string[] = [];
  const inner = new Map<string, string[]>();
  for (const { path, neverExport } of collection.fields) {
    if (neverExport) continue;
    const [column = '', ...rest] = path.split('.');
    if (!columns.includes(column)) columns.push(column);
    if (rest.length > 0) inner.set(column, [...(inner.get(column) ?? []), rest.join('.')]);
  }
  return { columns, inner };
}

/** Keeps of each object column the mapped inner fields only; the order is the map's. */
export function projectRow(row: Value, { inner }: Projection): Value {
  const kept: Value = { ...row };
  for (const [column, paths] of inner) {
    const value = row[column];
    if (value === null || typeof value !== 'object') continue;
    kept[column] = Array.isArray(value) ? value.map((one) => pick(one, paths)) : pick(value, paths);
  }
  return kept;
}

function pick(value: unknown, paths: readonly string[]): unknown {
  if (value === null || typeof value !== 'object') return null;
  const kept: Value = {};
  for (const path of paths) {
    const [name = '', ...rest] = path.split('.');
    if (!Object.hasOwn(value, name)) continue;
    const inner = (value as Value)[name];
    kept[name] =
      rest.length === 0 ? inner : { ...(kept[name] as Value), ...(pick(inner, [rest.join('.')]) as Value) };
  }
  return kept;
}
