import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * An empty folder of a test's own. When we are root, the account that runs PostgreSQL must be able to enter it.
 * @param place in memory where the machine has a tmpfs, or on the disk, where a commit costs what it costs in service
 */
export function makeFolder(place: 'memory' | 'disk' = 'memory'): string {
  const parent = place === 'memory' && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(parent, 'habeas-test-'));
  chmodSync(folder, 0o711);
  return folder;
}
