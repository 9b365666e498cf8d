import { readEnv } from '#app/config/env.ts';
import { checkReachable } from '#app/start/database.ts';
import { joinEmbeddedServer } from '#db/embedded/embedded-server.ts';
import { migrate } from '#db/migrate.ts';
import { OperatorError } from '#db/operator-error.ts';

/** `habeas migrate`: brings the database to the version of this code, as its owner. Prints `OK applied=N`. */
export async function run(argv: string[]): Promise<number> {
  if (argv.length > 0) {
    process.stderr.write('usage: habeas migrate\n');
    return 2;
  }
  const env = readEnv(process.env, { secretKey: 'optional' });
  const applied = env.databaseUrl
    ? await migrateOutside(env.databaseUrl, env.databaseAdminUrl)
    : await migrateEmbedded(env.dataDir);
  process.stdout.write(`OK applied=${applied}\n`);
  return 0;
}

async function migrateOutside(appUrl: string, ownerUrl: string | undefined): Promise<number> {
  if (!ownerUrl) {
    throw new OperatorError(
      'DATABASE_ADMIN_URL: is not set, expected the address of the role that owns the tables',
    );
  }
  await checkReachable('DATABASE_ADMIN_URL', ownerUrl);
  await checkReachable('DATABASE_URL', appUrl);
  return migrate({ ownerUrl, appUrl });
}

async function migrateEmbedded(dataDir: string): Promise<number> {
  const server = await joinEmbeddedServer(dataDir);
  try {
    return await migrate({ ownerUrl: server.url('habeas_owner'), appUrl: server.url('habeas_app') });
  } finally {
    await server.release();
  }
}
