import type postgres from 'postgres';
import { connect } from './client.ts';
import { OperatorError } from './operator-error.ts';

/** Where the demo customer's own database is reached: by the role that fills it, and by the one that reads it. */
export interface CustomerDatabase {
  ownerUrl: string;
  readerUrl: string;
  readerRole: string;
}

const name = 'northwind';
const readerRole = 'northwind_reader';

/**
 * Makes the demo customer's database beside ours on an outside server, with a reading role of its own. Idempotent.
 * @param readerPassword letters, digits, `-` and `_` only; set anew each time
 * @throws OperatorError when the role of DATABASE_ADMIN_URL may not create databases and roles
 */
export async function customerDatabaseBeside(
  adminUrl: string,
  readerPassword: string,
): Promise<CustomerDatabase> {
  const ownerUrl = withParts(adminUrl, {});
  try {
    await on(adminUrl, async (sql) => {
      const [role] = await sql`select 1 from pg_roles where rolname = ${readerRole}`;
      const verb = role ? 'alter' : 'create';
      await sql.unsafe(`${verb} role ${readerRole} login password '${readerPassword}'`);
      const [database] = await sql`select 1 from pg_database where datname = ${name}`;
      if (!database) await sql.unsafe(`create database ${name}`);
    });
    await on(ownerUrl, async (sql) => {
      await sql.unsafe(`revoke all on database ${name} from public`);
      await sql.unsafe(`grant connect on database ${name} to ${readerRole}`);
      await sql.unsafe(`grant usage on schema public to ${readerRole}`);
      await sql.unsafe(`alter default privileges in schema public grant select on tables to ${readerRole}`);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new OperatorError(
      `DATABASE_ADMIN_URL: role "${new URL(adminUrl).username}" may not make the database "${name}" of the demo, expected CREATEDB and CREATEROLE, or DEMO=0`,
    );
  }
  return {
    ownerUrl,
    readerUrl: withParts(adminUrl, { username: readerRole, password: readerPassword }),
    readerRole,
  };
}

function withParts(url: string, account: { username?: string; password?: string }): string {
  return Object.assign(new URL(url), account, { pathname: `/${name}` }).href;
}

async function on(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = connect(url, { max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
