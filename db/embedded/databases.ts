import postgres from 'postgres';
import type { EmbeddedRole } from './cluster-file.ts';

const databases = { habeas: 'habeas_owner', northwind: 'northwind_owner' } as const;
const visitors = { habeas: ['habeas_app'], northwind: ['northwind_reader'] } as const;
const lockPrepare = 7_120_003;

/**
 * Makes the roles and the two databases of the embedded server: ours, and that of the demo customer. Idempotent;
 * interrupted halfway, the next start completes it.
 */
export async function prepareDatabases(
  session: postgres.Sql,
  habeasUrl: string,
  northwindUrl: string,
  passwords: Partial<Record<EmbeddedRole, string>>,
): Promise<void> {
  if (await isPrepared(session)) return;
  await session`select pg_advisory_lock(${lockPrepare})`;
  try {
    for (const [role, password] of Object.entries(passwords)) {
      if (role === 'postgres') continue;
      const [known] = await session`select 1 from pg_roles where rolname = ${role}`;
      // The random password is base64url: nothing in it needs quoting.
      if (!known) await session.unsafe(`create role ${role} login password '${password}'`);
    }
    for (const [name, owner] of Object.entries(databases)) {
      const [known] = await session`select 1 from pg_database where datname = ${name}`;
      if (!known) await session.unsafe(`create database ${name} owner ${owner}`);
      await session.unsafe(`revoke all on database ${name} from public`);
    }
    await letIn(habeasUrl, 'habeas');
    await letIn(northwindUrl, 'northwind');
    await session.unsafe(`comment on database northwind is 'prepared'`);
  } finally {
    await session`select pg_advisory_unlock(${lockPrepare})`;
  }
}

async function letIn(url: string, name: keyof typeof databases): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    for (const role of visitors[name]) {
      await sql.unsafe(`grant connect on database ${name} to ${role}`);
    }
    if (name === 'northwind') {
      // The reader sees whatever the customer's side creates, now and later, and writes nothing.
      await sql.unsafe(
        `alter default privileges for role northwind_owner grant select on tables to northwind_reader`,
      );
      await sql.unsafe(`grant usage on schema public to northwind_reader`);
    }
  } finally {
    await sql.end();
  }
}

async function isPrepared(session: postgres.Sql): Promise<boolean> {
  const [row] = await session<{ done: boolean }[]>`
    select coalesce(shobj_description(oid, 'pg_database') = 'prepared', false) as done
    from pg_database where datname = 'northwind'`;
  return row?.done === true;
}
