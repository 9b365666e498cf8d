import type { Logger } from 'pino';
import type { Env } from '#app/config/env.ts';
import type { Db } from '#db/client.ts';
import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { ArtifactStorage } from './storage.ts';
import type { Vault } from './vault.ts';

/** What every service is handed: the world, and on whose behalf it acts. */
export interface Ctx {
  readonly db: Db;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly storage: ArtifactStorage;
  readonly config: Pick<
    Env,
    'publicUrl' | 'mailFrom' | 'demo' | 'dataDir' | 'smtpUrl' | 'connectAllow' | 'transferLoopback'
  >;
  readonly log: Logger;
  readonly actor: Actor;
}

/** The same world on behalf of somebody else. */
export function actingAs(ctx: Ctx, actor: Actor): Ctx {
  return { ...ctx, actor };
}
