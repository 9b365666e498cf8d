import { z } from 'zod';
import { territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { findPack, RULE_PACKS } from '#app/domain/rules/packs/index.ts';
import { rulePackSchema } from '#app/domain/rules/rule-pack.ts';
import { NotFound } from '../errors.ts';

const COLLECTIONS: Readonly<Record<string, () => unknown>> = {
  packs: () => RULE_PACKS,
  'pack.schema': () => z.toJSONSchema(rulePackSchema, { target: 'draft-2020-12', io: 'input' }),
};

/**
 * The rules as data, by name: `packs` (all, as `habeas rules --json` prints them), `pack.schema` (their JSON Schema
 * 2020-12), or the pack that a territory is served by (`us-ca`, `nl`). Throws NotFound for any other name.
 */
export function findPublication(name: string): unknown {
  const collection = Object.hasOwn(COLLECTIONS, name) ? COLLECTIONS[name] : undefined;
  if (collection) return collection();
  const territory = territoryOf(name);
  const pack = territory && findPack(territory.jurisdiction);
  if (!pack) throw new NotFound('unknown_publication', { expected: 'packs, pack.schema or a territory' });
  return pack;
}
