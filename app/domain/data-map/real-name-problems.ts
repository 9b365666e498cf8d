import type { MapCollection, MapEdge } from './data-map.ts';
import type { MapProblem } from './parse-data-map.ts';

/** A collection as it was read, and its place in the file. */
interface Placed {
  readonly collection: MapCollection;
  readonly path: string;
}

/**
 * What is wrong with where a map says that real-name authentication is recorded: one collection at most, columns of its
 * own, each for one thing, and an account column that leads to an account.
 */
export function realNameProblems(all: readonly Placed[], edges: readonly MapEdge[]): MapProblem[] {
  const declared = all.flatMap(({ collection, path }) =>
    collection.realName ? [{ collection, path: `${path}.meta.real_name`, fields: collection.realName }] : [],
  );
  const twice = declared.slice(1).map(({ path, collection }) => ({
    path,
    value: collection.source,
    expected: `one collection at most; ${declared[0]?.collection.source} records it already`,
  }));
  const wrong = declared.flatMap(({ collection, path, fields }) => {
    const named = Object.entries(fields).filter((entry): entry is [string, string] => Boolean(entry[1]));
    const problems: MapProblem[] = [];
    for (const [place, [key, value]] of named.entries()) {
      const at = `${path}.${key}`;
      if (!collection.fields.some((field) => field.path === value))
        problems.push({ path: at, value, expected: 'a field of this collection' });
      else if (named.slice(0, place).some(([, field]) => field === value))
        problems.push({ path: at, value, expected: 'a field of its own: another key names it already' });
      else if (key === 'account' && !leadsToAccount(all, edges, collection, value))
        problems.push({
          path: at,
          value,
          expected: 'a field with the identity account_id, or one that references such a field',
        });
    }
    return problems;
  });
  return [...twice, ...wrong];
}

function leadsToAccount(
  all: readonly Placed[],
  edges: readonly MapEdge[],
  { source }: MapCollection,
  field: string,
): boolean {
  const isAccount = (place: { readonly source: string; readonly field: string }) =>
    all
      .find(({ collection }) => collection.source === place.source)
      ?.collection.fields.find(({ path }) => path === place.field)?.identity === 'account_id';
  const here = { source, field };
  return (
    isAccount(here) ||
    edges.some(({ from, to }) => to.source === source && to.field === field && isAccount(from))
  );
}
