import { ConnectorError, columnOf, type ReadQuery } from './connector.ts';

/** Type of each column that this role may read, as PostgreSQL writes it in a cast. */
export type ColumnTypes = ReadonlyMap<string, string>;

/** A statement with one parameter, the list of values. */
export type BuiltQuery = { readonly text: string; readonly parameters: [string[]] };

/**
 * Builds the statement that reads a collection. Names come from the map and are quoted; values travel as a parameter.
 * Rows are made by `row_to_json` in the server, which keeps the order of columns and every digit of a number.
 * @throws ConnectorError when the map names a column that is not there
 */
export function buildReadQuery(schema: string, types: ColumnTypes, query: ReadQuery): BuiltQuery {
  const { collection, columns, keys, where } = query;
  const known = (path: string) => {
    const column = columnOf(path);
    const type = types.get(column);
    if (!type) {
      const detail = `has no column "${column}" that this role may read`;
      throw new ConnectorError('missing_field', collection.source, detail);
    }
    return type;
  };
  for (const column of columns) known(column);
  const row = `(select row_to_json(r)::text from (select ${columns.map((c) => `t.${quote(c)}`).join(', ')}) r)`;
  const keyed = keys.map((key, index) => {
    known(key);
    return `, ${asText(key)} as k${index}`;
  });
  const order = collection.primaryKey.map((key) => {
    known(key);
    return key.includes('.') ? asText(key) : `t.${quote(key)}`;
  });
  return {
    text: `select ${row} as json${keyed.join('')} from ${quote(schema)}.${quote(collection.name)} t where ${condition(where, known(where.field))} order by ${order.join(', ')}`,
    parameters: [[...where.values]],
  };
}

/** Written so that an ordinary index, or one on `lower(...)`, can serve it. */
function condition({ field, match, values }: ReadQuery['where'], type: string): string {
  if (match === 'folded') return `lower(${asText(field)}) = any($1::text[])`;
  if (match === 'digits') return `regexp_replace(${asText(field)}, '[^+0-9]', '', 'g') = any($1::text[])`;
  const typed = !field.includes('.') && values.every((value) => fits(type, value));
  return typed ? `t.${quote(field)} = any($1::text[]::${type}[])` : `${asText(field)} = any($1::text[])`;
}

/** A value that the type cannot hold would be an error instead of no row: such a list is compared as text. */
function fits(type: string, value: string): boolean {
  if (type === 'integer' || type === 'smallint' || type === 'bigint') {
    const limit = type === 'bigint' ? 2n ** 63n : type === 'integer' ? 2n ** 31n : 2n ** 15n;
    return /^-?\d{1,19}$/.test(value) && BigInt(value) < limit && BigInt(value) >= -limit;
  }
  if (type === 'uuid') return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
  return type === 'text' || type === 'character varying' || type === 'citext';
}

function asText(path: string): string {
  const [column = '', ...inner] = path.split('.');
  if (inner.length === 0) return `t.${quote(column)}::text`;
  return `(t.${quote(column)}::jsonb #>> array[${inner.map(literal).join(', ')}])`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'::text`;
}
