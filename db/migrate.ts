import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { Logger, runMigrations } from 'graphile-worker';
import type postgres from 'postgres';
import { openDatabase } from './client.ts';
import { OperatorError } from './operator-error.ts';
import { grantToApplication } from './roles.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));
const lockMigrate = 7_120_010;
const oldest = 150_000;

export interface MigrateOptions {
  /** Role that owns our tables (and the database, or may create schemas in it). */
  ownerUrl: string;
  /** Role of web and worker; its name gets the grants, and it owns the schema of the job queue. */
  appUrl: string;
}

/**
 * Brings the database to the version of this code: our tables as owner, the grants of the application's role, and
 * the job queue as that role, since `add_job` works for the queue's owner only. Two at once wait for each other.
 * @returns how many migrations were applied
 */
export async function migrate({ ownerUrl, appUrl }: MigrateOptions): Promise<number> {
  const { db, sql, close } = openDatabase(ownerUrl, { max: 1, applicationName: 'habeas migrate' });
  try {
    await refuseOldServer(sql);
    await sql`select pg_advisory_lock(${lockMigrate})`;
    const before = await appliedUpTo(sql);
    await applyMigrations(db, { migrationsFolder: folder });
    const role = decodeURIComponent(new URL(appUrl).username);
    const owner = decodeURIComponent(new URL(ownerUrl).username);
    if (role !== owner) await grantToApplication(sql, role);
    await installQueue(sql, appUrl, role);
    return knownMigrations().filter((migration) => migration.folderMillis > before).length;
  } finally {
    await close();
  }
}

/** Whether the database lacks a migration that this code brings; asked as either role. */
export async function needsMigration(sql: postgres.Sql): Promise<boolean> {
  const latest = knownMigrations().at(-1)?.folderMillis ?? 0;
  const [queue] = await sql<{ ready: boolean }[]>`
    select to_regclass('graphile_worker.migrations') is not null as ready`;
  return (await appliedUpTo(sql)) < latest || queue?.ready !== true;
}

const knownMigrations = () =>
  existsSync(`${folder}/meta/_journal.json`) ? readMigrationFiles({ migrationsFolder: folder }) : [];

async function appliedUpTo(sql: postgres.Sql): Promise<number> {
  const [table] = await sql<{ known: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as known`;
  if (!table?.known) return 0;
  const [row] = await sql<
    { at: string | null }[]
  >`select max(created_at) as at from drizzle.__drizzle_migrations`;
  return Number(row?.at ?? 0);
}

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ number: string; version: string }[]>`
    select current_setting('server_version_num') as number, current_setting('server_version') as version`;
  if (Number(row?.number) < oldest) {
    throw new OperatorError(`the database server is PostgreSQL ${row?.version}; expected 15 to 18`);
  }
}

/** The right to create a schema is lent for the moment of the installation only. */
async function installQueue(owner: postgres.Sql, appUrl: string, role: string): Promise<void> {
  const [database] = await owner<{ name: string }[]>`select current_database() as name`;
  const name = owner(database?.name ?? '');
  const app = owner(role);
  const [queue] = await owner<{ known: boolean }[]>`
    select exists (select from pg_namespace where nspname = 'graphile_worker') as known`;
  if (!queue?.known) await owner`grant create on database ${name} to ${app}`;
  try {
    await runMigrations({ connectionString: appUrl, logger: new Logger(() => () => {}) });
  } finally {
    if (!queue?.known) await owner`revoke create on database ${name} from ${app}`;
  }
}
