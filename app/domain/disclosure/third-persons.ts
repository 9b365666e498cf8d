import type { IdentityKind, MapCollection } from '../data-map/data-map.ts';
import { normaliseIdentity } from '../data-map/identity.ts';
import type { RowMarks } from './collected-line.ts';

/** Values known to be the data subject's own, by kind, in normal form. Used to compare, never to search. */
export type OwnValues = ReadonlyMap<IdentityKind, ReadonlySet<string>>;

/** Unquoted addresses of RFC 5321 in running text, with letters of any script. */
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Marks what in a row speaks of another person: by the rules of the map, and by addresses in free text. */
export function marksOthers(
  collection: MapCollection,
  own: OwnValues,
  textOf: (field: string) => string | null,
): Omit<RowMarks, 'via'> {
  const mask: Record<string, string> = {};
  for (const rule of collection.thirdParty) {
    if (!isSomeoneElse(rule.kind, textOf(rule.person), own)) continue;
    for (const field of rule.mask) mask[field] = rule.ground;
  }
  const scrub: Record<string, string[]> = {};
  for (const { path, freeText, neverExport } of collection.fields) {
    if (!freeText || neverExport || mask[path]) continue;
    const foreign = (textOf(path)?.match(ADDRESS) ?? []).filter((found) =>
      isSomeoneElse('email', found, own),
    );
    if (foreign.length > 0) scrub[path] = [...new Set(foreign)];
  }
  return {
    ...(Object.keys(mask).length > 0 ? { mask } : {}),
    ...(Object.keys(scrub).length > 0 ? { scrub } : {}),
  };
}

function isSomeoneElse(kind: IdentityKind, value: string | null, own: OwnValues): boolean {
  if (value === null) return false;
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
