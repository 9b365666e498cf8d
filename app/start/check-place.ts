import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Env } from '#app/config/env.ts';
import { parseStorageUrl } from '#app/config/storage-url.ts';
import { tryPort } from '#db/embedded/free-port.ts';
import { OperatorError } from '#db/operator-error.ts';

/**
 * Refuses a port that cannot be had, before anything is made. The web process of a start that was killed a moment
 * ago may still hold it: hence a second of patience.
 */
export async function checkPort(port: number, host: string, patience = 1_500): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const tried = await tryPort(port, host);
    if ('port' in tried) return;
    if (tried.refused === 'EADDRINUSE' && Date.now() < deadline) {
      await sleep(100);
      continue;
    }
    throw new OperatorError(portProblem(port, host, tried.refused));
  }
}

function portProblem(port: number, host: string, reason: string): string {
  if (reason === 'EADDRINUSE') return `PORT: ${port} on ${host} is in use, expected a free port`;
  if (reason === 'EACCES')
    return `PORT: ${port} may not be opened by this account, expected one from 1024 on`;
  return `HOST: cannot listen on "${host}" (${reason}), expected an address of this machine`;
}

/**
 * Refuses a folder that could not be made or written, and leaves nothing behind. Where the folder would go a
 * probe is made and removed, since permissions alone do not tell of read-only or special file systems.
 * @param variable that names the folder
 */
export function checkFolder(variable: 'DATA_DIR' | 'STORAGE_URL', path: string): void {
  const refuse = (reason: string) =>
    new OperatorError(`${variable}: ${path} ${reason}, expected a folder that this account can write`);
  const folder = nearestExisting(path);
  if (!statSync(folder).isDirectory()) throw refuse(`cannot be used, ${folder} is not a folder`);
  try {
    rmdirSync(mkdtempSync(join(folder, '.habeas-')));
  } catch (error) {
    throw refuse(`cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

/**
 * Refuses a STORAGE_URL whose folder or bucket cannot be used. A bucket is tried by writing to it.
 * @throws OperatorError
 */
export async function checkStoragePlace(env: Env): Promise<void> {
  const place = env.storageUrl && parseStorageUrl(env.storageUrl);
  if (!place) return;
  if (place.kind === 'folder') return checkFolder('STORAGE_URL', place.path);
  // Only here: the client of S3 is slow to load, and most installations write local files.
  const { checkStorage } = await import('#app/services/storage.ts');
  await checkStorage(env);
}

function nearestExisting(entry: string): string {
  const parent = dirname(entry);
  return existsSync(entry) || parent === entry ? entry : nearestExisting(parent);
}
