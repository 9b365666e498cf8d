import type { Env } from '#app/config/env.ts';
import { connect } from '#db/client.ts';
import { type EmbeddedServer, joinEmbeddedServer } from '#db/embedded/embedded-server.ts';
import { migrate, needsMigration } from '#db/migrate.ts';
import { OperatorError } from '#db/operator-error.ts';
import { refuseExcessPower } from '#db/roles.ts';

/** The database that a command works on, migrated to this version of the code or found to be so. */
export interface ReadyDatabase {
  /** Role `habeas_app`. */
  url: string;
  /** Owner of the tables, where it is known. */
  ownerUrl: string | undefined;
  embedded: EmbeddedServer | undefined;
  release: () => Promise<void>;
}

/** Joins the embedded server or checks the outside one; brings it up to date when that is possible. */
export async function readyDatabase(env: Env): Promise<ReadyDatabase> {
  return env.databaseUrl ? outsideDatabase(env, env.databaseUrl) : embeddedDatabase(env);
}

async function embeddedDatabase(env: Env): Promise<ReadyDatabase> {
  const embedded = await joinEmbeddedServer(env.dataDir);
  const [url, ownerUrl] = [embedded.url('habeas_app'), embedded.url('habeas_owner')];
  try {
    const sql = connect(url, { max: 1 });
    const stale = await needsMigration(sql).finally(() => sql.end());
    if (stale) await migrate({ ownerUrl, appUrl: url });
    return { url, ownerUrl, embedded, release: embedded.release };
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

async function outsideDatabase(env: Env, url: string): Promise<ReadyDatabase> {
  await checkReachable('DATABASE_URL', url);
  const sql = connect(url, { max: 1 });
  try {
    if (!env.demo) await refuseExcessPower(sql);
    if (await needsMigration(sql)) {
      if (!env.databaseAdminUrl) {
        throw new OperatorError(
          'DATABASE_URL: the database is older than this code, expected "npm run habeas -- migrate" to run first, or DATABASE_ADMIN_URL to be set',
        );
      }
      await checkReachable('DATABASE_ADMIN_URL', env.databaseAdminUrl);
      await migrate({ ownerUrl: env.databaseAdminUrl, appUrl: url });
      if (!env.demo) await refuseExcessPower(sql);
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
  return { url, ownerUrl: env.databaseAdminUrl, embedded: undefined, release: async () => {} };
}

/** @throws OperatorError naming the variable, the server and the reason; never the password */
export async function checkReachable(variable: string, url: string): Promise<void> {
  const sql = connect(url, { max: 1 });
  try {
    await sql`select 1`;
  } catch (error) {
    const { hostname, port, username, pathname } = new URL(url);
    const place = `${hostname || 'localhost'}:${port || 5432}`;
    throw new OperatorError(
      `${variable}: ${username}@${place}${pathname} cannot be reached (${reasonOf(error)}), expected a PostgreSQL 15 to 18 that lets this role in`,
    );
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const reasons: Record<string, string> = {
  '28P01': 'the password was refused',
  '28000': 'the role was refused',
  '3D000': 'there is no such database',
  '42501': 'the role may not connect',
};

function reasonOf(error: unknown): string {
  const { code, name } = error as { code?: string; name: string };
  return (code && reasons[code]) || code || name;
}
