import type { DataMap } from '#app/domain/data-map/data-map.ts';
import { parseDataMap } from '#app/domain/data-map/parse-data-map.ts';

type Field = Record<string, unknown>;

/** A collection in Fideslang with `id` as its key; `references` go by `collection.field`. */
export function collection(name: string, fields: Field[], meta: Record<string, unknown> = {}) {
  const key = { name: 'id', fides_meta: { primary_key: true, data_type: 'string' } };
  return { name, meta, fields: fields.some((field) => field.name === 'id') ? fields : [key, ...fields] };
}

export function reference(name: string, target: string, direction?: 'from' | 'to'): Field {
  return {
    name,
    fides_meta: { references: [{ dataset: 'shop', field: target, ...(direction ? { direction } : {}) }] },
  };
}

export function file(...collections: unknown[]) {
  return { dataset: [{ fides_key: 'shop', collections }] };
}

/** @throws when the map has problems, so that a test cannot pass on a map it did not mean. */
export function mapOf(...collections: unknown[]): DataMap {
  const parsed = parseDataMap(file(...collections));
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.map;
}
