import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

type Schema = typeof schema;

export type Sql = postgres.Sql;

/** Drizzle on the role that the URL names; columns are snake_case in the database, camelCase in the code. */
export type Db = PostgresJsDatabase<Schema>;

/** What `db.transaction` hands to its callback. */
export type Tx = PostgresJsTransaction<Schema, ExtractTablesWithRelations<Schema>>;

export interface Database {
  db: Db;
  /** The driver below drizzle: for cursors, COPY, LISTEN. Times come as text, since drizzle reads them itself. */
  sql: Sql;
  /** Lets running queries end, for at most five seconds, then closes every connection. */
  close: () => Promise<void>;
}

export interface OpenOptions {
  /** Greatest number of connections; they are opened when needed. Default 10. */
  max?: number;
  /** Name in `pg_stat_activity`. */
  applicationName?: string;
}

/** The only values of `timeZone` and notices that the code relies on, wherever the server stands. */
export function connect(url: string, options: OpenOptions = {}): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connect_timeout: 10,
    connection: { application_name: options.applicationName ?? 'habeas', TimeZone: 'UTC' },
  });
}

/**
 * Opens a pool lazily: the first query connects, so an unreachable server shows there.
 * @param url with `?prepare=false` where a pooler stands between that loses prepared statements
 */
export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const sql = connect(url, options);
  const db = drizzle(preparing(sql), { casing: 'snake_case', schema });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/** A connection keeps every text that it prepared: long lists of rows, each of another length, are not worth it. */
const MOST_PREPARED_CHARACTERS = 4_000;

type Unsafe = Sql['unsafe'];
type Scope = (scoped: object) => unknown;
type Scoping = (...given: unknown[]) => Promise<unknown>;

/**
 * The driver as drizzle uses it, with its statements prepared. Drizzle asks for them unprepared, and the driver then
 * has each one parsed, described and answered before it sends the values: two round trips where one does.
 */
function preparing<S extends object>(sql: S): S {
  return new Proxy(sql, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (name === 'unsafe') {
        const unsafe = found as Unsafe;
        return ((text, values, options) =>
          unsafe(text, values, {
            ...options,
            prepare: text.length <= MOST_PREPARED_CHARACTERS,
          })) satisfies Unsafe;
      }
      if (name === 'begin' || name === 'savepoint') {
        const begin = found as Scoping;
        return ((...given) => {
          const scope = given.pop() as Scope;
          return begin(...given, (scoped: object) => scope(preparing(scoped)));
        }) satisfies Scoping;
      }
      return found;
    },
  });
}
