import { territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { findPack } from '#app/domain/rules/packs/index.ts';
import { publishedRules } from '#app/domain/rules/published-rules.ts';
import { NotFound } from '../errors.ts';

const COLLECTIONS: Readonly<Record<string, () => unknown>> = {
  packs: publishedRules,
  'pack.schema': () => publishedRules().schema,
  vectors: () => ({ notLegalAdvice: true, cases: publishedRules().workedCases }),
};

/**
 * The rules as data, by name: `packs` (all, as `habeas rules --json` prints them), `pack.schema` (the JSON Schema of one),
 * `vectors` (the worked cases), or the pack that a territory is served by (`us-ca`, `nl`). Throws NotFound for others.
 */
export function findPublication(name: string): unknown {
  const collection = Object.hasOwn(COLLECTIONS, name) ? COLLECTIONS[name] : undefined;
  if (collection) return collection();
  const territory = territoryOf(name);
  const pack = territory && findPack(territory.jurisdiction);
  if (!pack)
    throw new NotFound('unknown_publication', { expected: 'packs, pack.schema, vectors or a territory' });
  return pack;
}
