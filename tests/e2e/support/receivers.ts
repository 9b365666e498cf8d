import pino from 'pino';
import { readEnv } from '#app/config/env.ts';
import { withSecretKeys } from '#app/config/secret-keys.ts';
import { openBaseContext } from '#app/services/base-context.ts';
import { change } from '#app/services/change.ts';
import { actingAs } from '#app/services/context.ts';
import { saveReceivers } from '#app/services/organisation/save-receivers.ts';
import { runningUrl } from '#db/embedded/embedded-server.ts';
import { PARTNER } from '#db/seed/found-organisation.ts';
import { demo } from '../../support/e2e-setup.ts';
import type { TestReceiver } from '../../support/receiver.ts';

export const EASTWIND = { id: 'eastwind', name: 'Eastwind Hosting BV', territory: 'BE' } as const;

/**
 * Lists a server of the test's among those that the running product sends to, beside the one of the demo. A demo cannot
 * be configured by its command line, so this does what that command would.
 */
export async function listEastwind({ endpoint, token }: TestReceiver): Promise<void> {
  const { dataDir } = demo();
  const databaseUrl = runningUrl(dataDir, 'habeas_app');
  const env = withSecretKeys(readEnv({ DEMO: '1', DATA_DIR: dataDir, TRANSFER_LOOPBACK: '1' }));
  const { ctx, close } = await openBaseContext({ ...env, databaseUrl }, pino({ level: 'silent' }), 1);
  const system = actingAs(ctx, { kind: 'system', name: 'e2e' });
  const eastwind = { ...EASTWIND, contactEmail: 'in@eastwind.example', endpoint, token };
  await change(system, (tx) => saveReceivers(system, tx, [PARTNER, eastwind]));
  await close();
}
