import { territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { findPack } from '#app/domain/rules/packs/index.ts';
import { publishedRules } from '#app/domain/rules/published-rules.ts';
import { NotFound } from '../errors.ts';

const COLLECTIONS = ['packs', 'pack.schema', 'vectors'] as const;
let made: Record<(typeof COLLECTIONS)[number], object> | undefined;

/** Made once: the packs change only with the program. */
function collections() {
  if (!made) {
    const packs = publishedRules();
    made = {
      packs,
      'pack.schema': packs.schema,
      vectors: { notLegalAdvice: true, cases: packs.workedCases },
    };
  }
  return made;
}

/**
 * The rules as data, by name: `packs` (all, as `habeas rules --json` prints them), `pack.schema` (the JSON Schema of one),
 * `vectors` (the worked cases), or the pack that a territory is served by (`us-ca`, `nl`). Throws NotFound for others.
 */
export function findPublication(name: string): object {
  const collection = COLLECTIONS.find((known) => known === name);
  if (collection) return collections()[collection];
  const territory = territoryOf(name);
  const pack = territory && findPack(territory.jurisdiction);
  if (!pack)
    throw new NotFound('unknown_publication', { expected: 'packs, pack.schema, vectors or a territory' });
  return pack;
}
