import { readFile } from 'node:fs/promises';
import { change } from '#app/services/change.ts';
import type { Ctx } from '#app/services/context.ts';
import { activateDataMap } from '#app/services/organisation/activate-data-map.ts';
import { saveConnection } from '#app/services/organisation/save-connection.ts';
import { dataMaps } from '#db/schema/index.ts';

/** Key by which the data map names the connection. */
const KEY = 'northwind';
const MAP = new URL('../northwind/datamap.yml', import.meta.url);

/**
 * Tells Habeas where the customers' database is, and its data map. At a later start only a changed address is
 * recorded: the embedded server may come back on another port.
 * @param readerUrl address with the role that reads and does nothing else
 */
export async function connectCustomer(ctx: Ctx, readerUrl: string): Promise<void> {
  const yaml = await readFile(MAP, 'utf8');
  await change(ctx, async (tx) => {
    await saveConnection(ctx, tx, { key: KEY, kind: 'postgres', config: { url: readerUrl } });
    // One that an administrator brought stays.
    if ((await tx.db.$count(dataMaps)) === 0) await activateDataMap(ctx, tx, yaml);
  });
}
