import type postgres from 'postgres';
import { OperatorError } from './operator-error.ts';

/** Tables of this prefix are append-only for the application: INSERT and SELECT, nothing else. */
export const auditPrefix = 'audit_';
/** Further tables that are evidence, and append-only in the same way. */
const appendOnly = ['policy_versions', 'policy_answers'];

/**
 * Gives the application's role what it needs and takes what it must not have; run by the owner after each migration,
 * so a new table is reachable without its migration naming a role.
 */
export async function grantToApplication(owner: postgres.Sql, role: string): Promise<void> {
  const app = owner(role);
  await owner`grant usage on schema public, drizzle to ${app}`;
  await owner`grant select on all tables in schema drizzle to ${app}`;
  await owner`grant usage, select on all sequences in schema public to ${app}`;
  await owner`grant execute on all functions in schema public to ${app}`;
  await owner`revoke create on schema public from ${app}`;
  for (const { name } of await tablesOf(owner)) {
    await owner`revoke all on table public.${owner(name)} from ${app}, public`;
    if (name.startsWith(auditPrefix) || appendOnly.includes(name))
      await owner`grant select, insert on table public.${owner(name)} to ${app}`;
    else await owner`grant select, insert, update, delete on table public.${owner(name)} to ${app}`;
  }
}

const tablesOf = (sql: postgres.Sql) =>
  sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')
      and pg_has_role(current_user, c.relowner, 'USAGE') order by 1`;

/** What makes a role too powerful to serve with: with any of it the log is append-only by manners only. */
const powers = {
  superuser: 'is a superuser',
  bypass: 'has BYPASSRLS',
  createrole: 'has CREATEROLE',
  owns: 'owns the audit tables, or is a member of the role that does',
  rewrites: 'may UPDATE, DELETE or TRUNCATE audit entries',
} as const;

/**
 * Looks at the role of the connection. Before the first migration there are no audit tables yet, and the attributes
 * alone decide. @returns the first power that it should not have, as the end of a sentence
 */
export async function excessPower(app: postgres.Sql): Promise<{ role: string; power: string } | undefined> {
  const [row] = await app<({ role: string } & Record<keyof typeof powers, boolean>)[]>`
    with audit as (
      select c.oid, c.relowner from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and starts_with(c.relname, ${auditPrefix})
    )
    select rolname as role, rolsuper as superuser, rolbypassrls as bypass, rolcreaterole as createrole,
      exists (select from audit where pg_has_role(current_user, relowner, 'MEMBER')) as owns,
      exists (select from audit where has_table_privilege(oid, 'UPDATE') or has_table_privilege(oid, 'DELETE')
        or has_table_privilege(oid, 'TRUNCATE')) as rewrites
    from pg_roles where rolname = current_user`;
  if (!row) return undefined;
  const found = (Object.keys(powers) as (keyof typeof powers)[]).find((power) => row[power]);
  return found && { role: row.role, power: powers[found] };
}

/** @throws OperatorError naming the role and the first power that it should not have */
export async function refuseExcessPower(app: postgres.Sql): Promise<void> {
  const excess = await excessPower(app);
  if (excess) {
    throw new OperatorError(
      `DATABASE_URL: role "${excess.role}" ${excess.power}; expected a role of its own with none of these (see README, "An outside PostgreSQL")`,
    );
  }
}
