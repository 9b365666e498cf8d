import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

/**
 * First half of the advisory locks that living workers hold; the second is the hash of the pool's id, under
 * which graphile-worker locks jobs.
 */
const lockClass = 7_120_020;

/**
 * Says to the others that our workers live, by locks that the database frees when this process dies. graphile-worker
 * alone would wait four hours before it gives the jobs of a killed worker to another.
 */
export function announceWorkers(url: string) {
  const alive = new Set<string>();
  let open = true;
  const session = postgres(url, {
    max: 1,
    onnotice: () => {},
    onclose: () => void regain(),
    max_lifetime: null,
    connection: { application_name: 'habeas worker liveness' },
  });
  const hold = (id: string) => session`select pg_advisory_lock(${lockClass}, hashtext(${id}))`;

  let regaining = false;
  async function regain(): Promise<void> {
    if (regaining) return;
    regaining = true;
    while (open) {
      try {
        for (const id of alive) await hold(id);
        break;
      } catch {
        await sleep(200);
      }
    }
    regaining = false;
  }

  return {
    add: async (id: string) => {
      alive.add(id);
      await hold(id).catch(() => {});
    },
    close: async () => {
      open = false;
      await session.end({ timeout: 1 });
    },
  };
}

/**
 * Frees the jobs of workers that died. A worker counts as dead when two looks in a row missed its lock, since a
 * connection that broke is back within less than that.
 * @returns a function that looks once, and answers how many workers' jobs it freed
 */
export function jobsOfTheDead(sql: postgres.Sql): () => Promise<number> {
  let suspects = new Set<string>();
  return async () => {
    const rows = await sql<{ id: string }[]>`
      select distinct locked_by as id from graphile_worker.jobs
      where locked_by is not null and locked_at < now() - interval '3 seconds' and not exists (
        select from pg_locks
        where locktype = 'advisory' and granted and objsubid = 2
          and database = (select oid from pg_database where datname = current_database())
          and classid = ${lockClass}::bigint::oid
          and objid = ((hashtext(locked_by)::bigint + 4294967296) % 4294967296)::oid)`;
    const missing = rows.map((row) => row.id);
    const dead = missing.filter((id) => suspects.has(id));
    suspects = new Set(missing);
    if (dead.length > 0) await sql`select graphile_worker.force_unlock_workers(${dead})`;
    return dead.length;
  };
}
