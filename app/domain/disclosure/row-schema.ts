import type { FieldType, MapCollection, MapField } from '../data-map/data-map.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const MASKED = { $ref: '#/$defs/masked' };

/**
 * JSON Schema (2020-12) of a data file: of the whole array, or of each line. A value that was kept out stands as
 * `{"masked": <ground>}`, so that it cannot be taken for a value that is empty.
 * @param fields the fields that this package holds
 */
export function dataFileSchema(
  collection: MapCollection,
  fields: readonly MapField[],
  lines: boolean,
): JsonSchema {
  const shape = objectSchema(fields.map((field) => ({ field, path: field.path.split('.') })));
  const row = { $ref: '#/$defs/row' };
  return {
    $schema: DIALECT,
    title: collection.source,
    ...(collection.description ? { description: collection.description } : {}),
    ...(lines ? row : { type: 'array', items: row }),
    $defs: {
      row: { type: 'object', ...shape, required: Object.keys(shape.properties), additionalProperties: false },
      masked: {
        type: 'object',
        properties: { masked: { type: 'string' } },
        required: ['masked'],
        additionalProperties: false,
      },
    },
  };
}

type Placed = { readonly field: MapField; readonly path: readonly string[] };

function objectSchema(placed: readonly Placed[]): { properties: Record<string, JsonSchema> } {
  const properties: Record<string, JsonSchema> = {};
  for (const name of new Set(placed.map(({ path }) => path[0] as string))) {
    const below = placed.filter(({ path }) => path[0] === name);
    const leaf = below.find(({ path }) => path.length === 1);
    properties[name] = leaf ? leafSchema(leaf.field) : nestedSchema(below);
  }
  return { properties };
}

function nestedSchema(below: readonly Placed[]): JsonSchema {
  const inner = objectSchema(below.map(({ field, path }) => ({ field, path: path.slice(1) })));
  const object = { type: 'object', ...inner, additionalProperties: false };
  return {
    anyOf: [
      object,
      { type: 'array', items: { anyOf: [object, { type: 'null' }] } },
      { type: 'null' },
      MASKED,
    ],
  };
}

function leafSchema(field: MapField): JsonSchema {
  const told = field.description ? { description: field.description } : {};
  const categories = field.categories.length > 0 ? { $comment: field.categories.join(' ') } : {};
  if (!field.type) return { ...told, ...categories };
  return { ...told, ...categories, anyOf: [{ type: [field.type satisfies FieldType, 'null'] }, MASKED] };
}
