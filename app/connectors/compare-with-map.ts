import type { MapCollection } from '#app/domain/data-map/data-map.ts';
import { type ConnectionFinding, columnOf } from './connector.ts';

/** Compares mapped fields with the columns that are really there; an absent or empty set is a missing collection. */
export function compareWithMap(
  collections: readonly MapCollection[],
  columns: ReadonlyMap<string, ReadonlySet<string>>,
): ConnectionFinding[] {
  return collections.flatMap((collection): ConnectionFinding[] => {
    const { source, name } = collection;
    const there = columns.get(name);
    if (!there || there.size === 0) return [{ source, code: 'missing_collection', detail: name }];
    const mapped = new Set(collection.fields.map((field) => columnOf(field.path)));
    // A role that may not read what is never exported is a good role, not a broken map.
    const needed = new Set(
      collection.fields.filter((field) => !field.neverExport).map((field) => columnOf(field.path)),
    );
    return [
      ...[...needed]
        .filter((column) => !there.has(column))
        .map((detail) => ({ source, code: 'missing_field' as const, detail })),
      ...[...there]
        .filter((column) => !mapped.has(column))
        .map((detail) => ({ source, code: 'unmapped_field' as const, detail })),
    ];
  });
}
