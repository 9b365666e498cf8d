/** Writes an artifact that never ends, until it is killed; tells its parent when some of it lies on the disk. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage } from '#app/services/storage.ts';
import { createVault } from '#app/services/vault.ts';

const [dataDir = '', key = '', secret = '', storageUrl] = process.argv.slice(2);
const storage = await openStorage({ storageUrl, dataDir, vault: createVault([secret]) });

async function* endless() {
  for (let written = 0; ; written += 1) {
    yield Buffer.alloc(100_000, 'someone@example.com ');
    if (written === 20) process.send?.('under way');
    await sleep(1);
  }
}
await storage.write(key, endless());
