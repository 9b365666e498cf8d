import postgres from 'postgres';
import type { MapCollection } from '#app/domain/data-map/data-map.ts';
import { compareWithMap } from './compare-with-map.ts';
import { type Connector, ConnectorError, type ReadQuery, type SourceRow } from './connector.ts';
import { buildReadQuery, type ColumnTypes } from './postgres-query.ts';

export type PostgresConnection = {
  readonly key: string;
  readonly url: string;
  readonly schema: string;
  /** For each portion fetched, not for a whole source. */
  readonly statementTimeoutSeconds: number;
};

/** Rows per portion of the cursor: memory stays at a few portions however long the source is. */
const PORTION = 500;

/** Reads a PostgreSQL database through a cursor, in sessions that the server itself holds to reading. */
export function postgresConnector(connection: PostgresConnection): Connector {
  const sql = postgres(connection.url, {
    max: 2,
    idle_timeout: 20,
    connect_timeout: 10,
    onnotice: () => {},
    // Prepared plans would keep the text of every statement for the life of the connection.
    prepare: false,
    connection: {
      application_name: 'habeas collection',
      default_transaction_read_only: true,
      statement_timeout: connection.statementTimeoutSeconds * 1000,
      TimeZone: 'UTC',
      DateStyle: 'ISO',
    },
  });
  const seen = new Map<string, Promise<ColumnTypes>>();
  const typesOf = (collection: string) => {
    const known = seen.get(collection) ?? readTypes(sql, connection.schema, collection);
    seen.set(collection, known);
    known.catch(() => seen.delete(collection));
    return known;
  };

  return {
    async *read(query) {
      const { source, name } = query.collection;
      if (query.where.values.length === 0) return;
      try {
        const types = await typesOf(name);
        if (types.size === 0) {
          throw new ConnectorError(
            'missing_collection',
            source,
            'no such table, or this role may not read it',
          );
        }
        const { text, parameters } = buildReadQuery(connection.schema, types, query);
        for await (const rows of sql.unsafe<Raw[]>(text, parameters).cursor(PORTION)) {
          query.signal?.throwIfAborted();
          yield rows.map((row) => sourceRow(row, query));
        }
      } catch (error) {
        throw asConnectorError(error, source, query.signal);
      }
    },
    async check(collections: readonly MapCollection[]) {
      const columns = new Map<string, ReadonlySet<string>>();
      try {
        for (const { name } of collections) columns.set(name, new Set((await typesOf(name)).keys()));
      } catch (error) {
        throw asConnectorError(error, connection.key, undefined);
      }
      return compareWithMap(collections, columns);
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

type Raw = { json: string } & Record<string, string | null>;

function sourceRow(row: Raw, { keys }: ReadQuery): SourceRow {
  // Only a column of type json keeps line breaks of its own between tokens; inside strings they are always escaped.
  const json = row.json.includes('\n') ? row.json.replace(/[\r\n]+/g, ' ') : row.json;
  return { json, keys: keys.map((_, index) => row[`k${index}`] ?? null) };
}

async function readTypes(sql: postgres.Sql, schema: string, table: string): Promise<ColumnTypes> {
  const rows = await sql<{ name: string; type: string }[]>`
    select a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relname = ${table} and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and a.attnum > 0 and not a.attisdropped
      and has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
    order by a.attnum`;
  return new Map(rows.map((row) => [row.name, row.type]));
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'ECONNRESET',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '28P01',
  '28000',
  '3D000',
  '57P01',
  '57P03',
]);

/** The server's own words may hold a value; only its code is passed on. */
function asConnectorError(error: unknown, source: string, signal: AbortSignal | undefined): unknown {
  if (error instanceof ConnectorError || (signal?.aborted && error === signal.reason)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (UNREACHABLE.has(code))
    return new ConnectorError('unreachable', source, `no connection (${code})`, { cause: error });
  if (code === '57014')
    return new ConnectorError('timeout', source, 'took longer than the connection allows');
  return new ConnectorError('failed', source, `the server answered with code ${code}`, { cause: error });
}
