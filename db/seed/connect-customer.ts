import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { type Change, change } from '#app/services/change.ts';
import { dataMapDigest } from '#app/services/collection/read-data-map.ts';
import type { Ctx } from '#app/services/context.ts';
import { connections, dataMaps } from '#db/schema/index.ts';

/** Key by which the data map names the connection. */
const KEY = 'northwind';
const PURPOSE = 'connections.config';
const MAP = new URL('../northwind/datamap.yml', import.meta.url);

/**
 * Tells Habeas where the customers' database is, and its data map. At a later start only a changed address is
 * recorded: the embedded server may come back on another port.
 * @param readerUrl address with the role that reads and does nothing else
 */
export async function connectCustomer(ctx: Ctx, readerUrl: string): Promise<void> {
  const yaml = await readFile(MAP, 'utf8');
  await change(ctx, async (tx) => {
    await connect(ctx, tx, JSON.stringify({ url: readerUrl }));
    await activateMap(ctx, tx, yaml);
  });
}

async function connect(ctx: Ctx, tx: Change, config: string): Promise<void> {
  const [known] = await tx.db.select().from(connections).where(eq(connections.key, KEY));
  if (known && ctx.vault.open(known.configSealed, PURPOSE) === config) return;
  const configSealed = ctx.vault.seal(config, PURPOSE);
  if (known) await tx.db.update(connections).set({ configSealed }).where(eq(connections.key, KEY));
  else {
    const createdAt = ctx.clock.now();
    await tx.db.insert(connections).values({ key: KEY, kind: 'postgres', configSealed, createdAt });
  }
  await tx.audit({ kind: 'settings.changed', data: { setting: 'connection' } });
}

/** Only where no map is in force: one that an administrator brought stays. */
async function activateMap(ctx: Ctx, tx: Change, yaml: string): Promise<void> {
  const [known] = await tx.db.select({ id: dataMaps.id }).from(dataMaps).limit(1);
  if (known) return;
  const digest = dataMapDigest(yaml);
  await tx.db.insert(dataMaps).values({ yaml, digest, activatedBy: 'seed', activatedAt: ctx.clock.now() });
  await tx.audit({ kind: 'settings.changed', data: { setting: 'data_map' } });
}
