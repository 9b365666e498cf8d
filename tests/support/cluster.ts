import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { connect } from '#db/client.ts';
import { joinEmbeddedServer } from '#db/embedded/embedded-server.ts';
import { migrate } from '#db/migrate.ts';
import { makeFolder } from './folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { superuser: string; owner: string; app: string };
  }
}

/** One server per run of vitest, in memory where the machine has a tmpfs, with a migrated database to clone. */
export default async function setup(project: TestProject) {
  const folder = makeFolder();
  const server = await joinEmbeddedServer(folder, { durable: false });
  try {
    await migrate({ ownerUrl: server.url('habeas_owner'), appUrl: server.url('habeas_app') });
  } catch (error) {
    await server.release();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  project.provide('postgres', {
    superuser: server.url('postgres'),
    owner: server.url('habeas_owner'),
    app: server.url('habeas_app'),
  });
  return async () => {
    await dropOrphans(server.url('postgres'));
    await server.release();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Ends what a test left connected, so that stopping the server is quick. */
async function dropOrphans(superuser: string): Promise<void> {
  const sql = connect(superuser, { max: 1 });
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and application_name = 'habeas test'`;
  await sql.end();
}
