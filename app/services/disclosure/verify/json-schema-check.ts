/**
 * Checks values against JSON Schema (2020-12), for the keywords that schemas of a package use. A schema comes with the file
 * that is being checked, so it is read as data: nothing of it is compiled or fetched, and a keyword not known here is
 * refused instead of being passed over.
 */
type Schema = { readonly [keyword: string]: unknown };

const SILENT = new Set(['$schema', '$id', '$comment', '$defs', 'title', 'description']);
const KNOWN = new Set([
  '$ref',
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'anyOf',
  ...SILENT,
]);
const DEEPEST = 32;

/** The first thing wrong with a value: where (JSON Pointer) and what was expected. */
export type SchemaFinding = { readonly pointer: string; readonly expected: string };

/** @throws RangeError when the schema uses what is not known here */
export function schemaChecker(root: unknown): (value: unknown) => SchemaFinding | undefined {
  const rootSchema = asSchema(root);
  const check = (schema: Schema, value: unknown, at: string, depth: number): SchemaFinding | undefined => {
    if (depth > DEEPEST) return { pointer: at, expected: `at most ${DEEPEST} levels` };
    for (const keyword of Object.keys(schema)) {
      if (!KNOWN.has(keyword)) throw new RangeError(`schema keyword "${keyword}" is not known`);
    }
    if (schema.$ref !== undefined) {
      const found = check(resolve(rootSchema, schema.$ref), value, at, depth + 1);
      if (found) return found;
    }
    if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) {
      return { pointer: at, expected: [schema.type].flat().join(' or ') };
    }
    if (schema.anyOf !== undefined) {
      const findings = asList(schema.anyOf).map((one) => check(asSchema(one), value, at, depth + 1));
      if (findings.every((finding) => finding !== undefined)) {
        return (
          findings.find((finding) => finding?.pointer !== at) ?? {
            pointer: at,
            expected: expectedOf(findings),
          }
        );
      }
    }
    if (Array.isArray(value) && schema.items !== undefined) {
      for (const [index, item] of value.entries()) {
        const found = check(asSchema(schema.items), item, `${at}/${index}`, depth + 1);
        if (found) return found;
      }
    }
    return isObject(value) ? checkObject(schema, value, at, depth) : undefined;
  };
  const checkObject = (
    schema: Schema,
    value: Schema,
    at: string,
    depth: number,
  ): SchemaFinding | undefined => {
    const properties = asSchema(schema.properties ?? {});
    for (const name of asList(schema.required ?? [])) {
      if (!Object.hasOwn(value, String(name)))
        return { pointer: `${at}/${pointerPart(name)}`, expected: 'to be there' };
    }
    for (const [name, inner] of Object.entries(value)) {
      const place = `${at}/${pointerPart(name)}`;
      const known = Object.hasOwn(properties, name);
      if (!known && schema.additionalProperties === false)
        return { pointer: place, expected: 'not to be there' };
      const found = known ? check(asSchema(properties[name]), inner, place, depth + 1) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return (value) => check(rootSchema, value, '', 0);
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
    default:
      throw new RangeError(`schema type "${String(type)}" is not known`);
  }
}

function resolve(root: Schema, reference: unknown): Schema {
  const name = /^#\/\$defs\/([A-Za-z0-9_-]+)$/.exec(String(reference))?.[1];
  const definitions = asSchema(root.$defs ?? {});
  if (!name || !Object.hasOwn(definitions, name))
    throw new RangeError(`schema reference "${String(reference)}" leads nowhere`);
  return asSchema(definitions[name]);
}

function expectedOf(findings: readonly (SchemaFinding | undefined)[]): string {
  return findings.flatMap((finding) => (finding ? [finding.expected] : [])).join(' or ');
}

function isObject(value: unknown): value is Schema {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function asSchema(value: unknown): Schema {
  if (!isObject(value)) throw new RangeError('a schema is not an object');
  return value;
}

function asList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError('a list in a schema is not a list');
  return value;
}

function pointerPart(name: unknown): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}
