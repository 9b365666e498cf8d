import type { Logger } from 'pino';
import type { Env } from '#app/config/env.ts';
import { openDatabase } from '#db/client.ts';
import { ANONYMOUS } from './actor.ts';
import { systemClock } from './clock.ts';
import type { Ctx } from './context.ts';
import { openStorage } from './storage.ts';
import { createVault } from './vault.ts';

/** The world of one process, on behalf of nobody yet: see `actingAs`. */
export interface BaseContext {
  ctx: Ctx;
  /** Ends the database connections, for at most five seconds. */
  close: () => Promise<void>;
}

/**
 * Opens what services need, once per process. Connections open lazily.
 * @param env with `databaseUrl` and `secretKeys` filled in, as the start hands them to its children
 */
export async function openBaseContext(env: Env, log: Logger, maxConnections = 10): Promise<BaseContext> {
  if (!env.databaseUrl) throw new Error('openBaseContext: databaseUrl is missing');
  const database = openDatabase(env.databaseUrl, { max: maxConnections });
  const vault = createVault(env.secretKeys);
  const storage = await openStorage({ storageUrl: env.storageUrl, dataDir: env.dataDir, vault });
  const ctx: Ctx = {
    db: database.db,
    clock: systemClock,
    vault,
    storage,
    config: env,
    log,
    actor: ANONYMOUS,
  };
  return { ctx, close: database.close };
}
