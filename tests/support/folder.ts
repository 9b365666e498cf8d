import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * An empty folder of a test's own, in memory where the machine has a tmpfs. When we are root, the account that runs
 * PostgreSQL must be able to enter it.
 */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'habeas-test-'));
  chmodSync(folder, 0o711);
  return folder;
}
