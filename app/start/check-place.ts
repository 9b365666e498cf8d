import { accessSync, constants, statSync } from 'node:fs';
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

/** Refuses a DATA_DIR that could not be made or written, before anything is made. */
export function checkDataDir(dataDir: string): void {
  const refuse = (reason: string) =>
    new OperatorError(`DATA_DIR: ${dataDir} ${reason}, expected a folder that this account can write`);
  let folder = dataDir;
  for (;;) {
    try {
      if (!statSync(folder).isDirectory()) throw refuse(`cannot be used, ${folder} is not a folder`);
      accessSync(folder, constants.W_OK | constants.X_OK);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (error instanceof OperatorError) throw error;
      if (code === 'ENOTDIR') throw refuse('lies below something that is not a folder');
      if (code !== 'ENOENT' || folder === path.dirname(folder)) throw refuse(`cannot be written (${code})`);
      folder = path.dirname(folder);
    }
  }
}
