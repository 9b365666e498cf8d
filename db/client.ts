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

/** Opens a pool lazily: the first query connects, so an unreachable server shows there. */
export function openDatabase(url: string, options: OpenOptions = {}): Database {
  const sql = connect(url, options);
  return { db: drizzle(sql, { casing: 'snake_case', schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
