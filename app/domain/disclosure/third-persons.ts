import type { IdentityKind, MapCollection } from '../data-map/data-map.ts';
import { normaliseIdentity } from '../data-map/identity.ts';
import type { RowMarks } from './collected-line.ts';

/** Values known to be the data subject's own, by kind, in normal form. Used to compare, never to search. */
export type OwnValues = ReadonlyMap<IdentityKind, ReadonlySet<string>>;

/** Unquoted addresses of RFC 5321 in running text, with letters of any script. */
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/**
 * Marks what in a row speaks of another person: by the rules of the map, and by addresses in free text.
 * @param textsOf the texts that stand at a field of the row: several where its path runs through a list
 */
export function marksOthers(
  collection: MapCollection,
  own: OwnValues,
  textsOf: (field: string) => readonly string[],
): Omit<RowMarks, 'via'> {
  const mask: Record<string, string> = {};
  for (const rule of collection.thirdParty) {
    if (!textsOf(rule.person).some((person) => isSomeoneElse(rule.kind, person, own))) continue;
    for (const field of rule.mask) mask[field] = rule.ground;
  }
  const scrub: Record<string, string[]> = {};
  for (const { path, freeText, neverExport } of collection.fields) {
    if (!freeText || neverExport || mask[path]) continue;
    const foreign = textsOf(path)
      .flatMap((text) => text.match(ADDRESS) ?? [])
      .filter((found) => isSomeoneElse('email', found, own));
    if (foreign.length > 0) scrub[path] = [...new Set(foreign)];
  }
  return {
    ...(Object.keys(mask).length > 0 ? { mask } : {}),
    ...(Object.keys(scrub).length > 0 ? { scrub } : {}),
  };
}

function isSomeoneElse(kind: IdentityKind, value: string, own: OwnValues): boolean {
  const normal = normaliseIdentity(kind, value);
  return normal !== '' && !own.get(kind)?.has(normal);
}

/** Fields whose values `marksOthers` looks at. */
export function fieldsLookedAt(collection: MapCollection): string[] {
  const persons = collection.thirdParty.map((rule) => rule.person);
  const texts = collection.fields
    .filter((field) => field.freeText && !field.neverExport)
    .map((field) => field.path);
  return [...new Set([...persons, ...texts])];
}

/** The texts at a dotted path of a row that was read as JSON; a list on the way, or at its end, counts item by item. */
export function textsAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) {
    if (value === null || value === undefined) return [];
    return [typeof value === 'string' ? value : JSON.stringify(value)];
  }
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return [];
  return textsAt((value as Record<string, unknown>)[name], rest);
}
