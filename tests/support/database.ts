import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { connect, type Database, openDatabase } from '#db/client.ts';

/** A database of a test's own, freshly migrated and empty. */
export interface TestDatabase {
  /** As `habeas_app`, the role of web and worker. */
  app: Database;
  /** As `habeas_owner`, the role of migrations; for looking behind the scenes and for trying what must fail. */
  owner: Database;
  appUrl: string;
  ownerUrl: string;
  /** Closes both connections and drops the database. */
  drop: () => Promise<void>;
}

/**
 * Clones the migrated template. Call it in `beforeAll` of a file (about 50 ms) and `drop()` in `afterAll`; tests of
 * one file share it, files never do.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { superuser, owner, app } = inject('postgres');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuser, (sql) => sql`create database ${sql(name)} template habeas owner habeas_owner`);
  await asSuperuser(superuser, (sql) => sql`grant connect on database ${sql(name)} to habeas_app`);
  const [appUrl, ownerUrl] = [inDatabase(app, name), inDatabase(owner, name)];
  const opened = {
    app: openDatabase(appUrl, { max: 5, applicationName: 'habeas test' }),
    owner: openDatabase(ownerUrl, { max: 2, applicationName: 'habeas test' }),
  };
  return {
    ...opened,
    appUrl,
    ownerUrl,
    drop: async () => {
      await Promise.all([opened.app.close(), opened.owner.close()]);
      await asSuperuser(superuser, async (sql) => {
        await othersLeft(sql, name);
        await sql`drop database if exists ${sql(name)} with (force)`;
      });
    },
  };
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A job runner that was just stopped still says goodbye; cut off, its driver would throw where nobody catches. */
async function othersLeft(sql: ReturnType<typeof connect>, name: string): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20)) {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity where datname = ${name}`;
    if (!row?.n) return;
  }
}

async function asSuperuser(url: string, run: (sql: ReturnType<typeof connect>) => Promise<unknown>) {
  const sql = connect(url, { max: 1, applicationName: 'habeas test' });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}
