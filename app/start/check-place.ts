import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
 * Refuses a DATA_DIR that could not be made or written, and leaves nothing behind. Where the folder would go a
 * probe is made and removed, since permissions alone do not tell of read-only or special file systems.
 */
export function checkDataDir(dataDir: string): void {
  const refuse = (reason: string) =>
    new OperatorError(`DATA_DIR: ${dataDir} ${reason}, expected a folder that this account can write`);
  const folder = nearestExisting(dataDir);
  if (!statSync(folder).isDirectory()) throw refuse(`cannot be used, ${folder} is not a folder`);
  try {
    rmdirSync(mkdtempSync(path.join(folder, '.habeas-')));
  } catch (error) {
    throw refuse(`cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

function nearestExisting(entry: string): string {
  const parent = path.dirname(entry);
  return existsSync(entry) || parent === entry ? entry : nearestExisting(parent);
}
