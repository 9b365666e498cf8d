import { readEnv } from '#app/config/env.ts';
import { createLog } from '#app/config/log.ts';
import { withSecretKeys } from '#app/config/secret-keys.ts';
import { openBaseContext } from '#app/services/base-context.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { readyDatabase } from '#app/start/database.ts';
import { hasEmbeddedServer } from '#db/embedded/embedded-server.ts';
import { OperatorError } from '#db/operator-error.ts';

/**
 * Runs a verb on the database that `npm start` would use, as the system. The embedded server is started when it is
 * stopped, and stopped again when nobody else uses it.
 * @param verb name under which it acts in the log
 * @throws OperatorError in one line when there is no database yet or it cannot be reached
 */
export async function withDatabase<T>(verb: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const env = readEnv(process.env);
  if (!env.databaseUrl && !hasEmbeddedServer(env.dataDir)) {
    throw new OperatorError(
      `DATA_DIR: ${env.dataDir} has no database yet, expected "npm start" to have made one`,
    );
  }
  const database = await readyDatabase(env);
  try {
    const keyed = withSecretKeys({ ...env, databaseUrl: database.url });
    const { ctx, close } = await openBaseContext(keyed, createLog(keyed, 'cli'), 2);
    try {
      return await work(actingAs(ctx, { kind: 'system', name: `habeas ${verb}` }));
    } finally {
      await close();
    }
  } finally {
    await database.release();
  }
}
