import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { type Binaries, binariesAt } from './binaries.ts';
import { type ClusterFile, clusterFilePath, embeddedFolder, embeddedRoles } from './cluster-file.ts';
import { freePort } from './free-port.ts';
import { isAlive } from './is-alive.ts';
import { type Account, canEnter, canRun, isRoot, unprivilegedAccount } from './run-as.ts';

export interface ClusterOptions {
  /** False only in tests: no fsync, nothing survives a power cut. Default true. */
  durable?: boolean;
}

/**
 * Creates an empty cluster for a DATA_DIR: built beside its final place and renamed, so that a start that is
 * interrupted leaves nothing half-made, and of two first starts one wins.
 */
export async function createCluster(
  dataDir: string,
  binaries: Binaries,
  options: ClusterOptions,
): Promise<void> {
  const folder = embeddedFolder(dataDir);
  const id = randomBytes(6).toString('hex');
  const staging = `${folder}.new-${process.pid}-${id}`;
  removeAbandoned(dataDir);
  mkdirSync(staging, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  const account = isRoot() ? unprivilegedAccount() : undefined;
  const home = makeHome(staging, id, account);
  try {
    const passwords = Object.fromEntries(
      embeddedRoles.map((role) => [role, randomBytes(24).toString('base64url')]),
    );
    initialise(usableBinaries(binaries, home, account), home, passwords.postgres ?? '', account, options);
    const file = {
      format: 1,
      home: home.startsWith(staging) ? path.relative(staging, home) : home,
      preferredPort: await freePort(),
      passwords: passwords as ClusterFile['passwords'],
    } satisfies ClusterFile;
    writeFileSync(clusterFilePath(staging), `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
    renameSync(staging, folder);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(clusterFilePath(folder))) throw error;
  }
}

/** The programs where the account can run them: as installed, or else (a clone in a 0700 folder) copied to `home`. */
export function usableBinaries(installed: Binaries, home: string, account: Account | undefined): Binaries {
  if (!account || canRun(account, installed.postgres)) return installed;
  const root = path.join(home, `postgresql-${installed.version}`);
  if (!existsSync(root)) {
    const partial = `${root}.${process.pid}`;
    cpSync(installed.root, partial, { recursive: true, verbatimSymlinks: true });
    chownAll(partial, account);
    renameSync(partial, root);
  }
  return binariesAt(root, installed.version);
}

function makeHome(staging: string, id: string, account: Account | undefined): string {
  const inside = path.join(staging, 'server');
  const candidates = account
    ? [inside, path.join('/var/lib/habeas', id), path.join('/var/tmp', `habeas-${id}`)]
    : [inside];
  for (const home of candidates) {
    try {
      mkdirSync(path.dirname(home), { recursive: true, mode: 0o711 });
      mkdirSync(home, { mode: 0o700 });
      if (!account) return home;
      chownSync(home, account.uid, account.gid);
      if (canEnter(account, home)) return home;
      rmSync(home, { recursive: true });
    } catch (error) {
      if (home === candidates.at(-1)) throw error;
    }
  }
  throw new OperatorError(
    `PostgreSQL cannot run as root, and account ${account?.uid} can enter none of ${candidates.slice(0, 3).join(', ')}; set DATA_DIR to a folder that it can reach, or set DATABASE_URL`,
  );
}

function initialise(
  binaries: Binaries,
  home: string,
  password: string,
  account: Account | undefined,
  options: ClusterOptions,
): void {
  const passwordFile = path.join(home, 'superuser-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const result = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${path.join(home, 'cluster')}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      ...(options.durable === false ? ['--no-sync'] : []),
    ],
    { ...account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    const reason = (result.error?.message ?? result.stderr ?? '').trim().split('\n').at(-1);
    throw new OperatorError(`PostgreSQL could not create its cluster in ${home}: ${reason}`);
  }
}

/** The server needs nothing of our environment, which holds secrets. */
export const serverEnvironment = () =>
  // Remix's types make NODE_ENV compulsory in every environment; PostgreSQL has no use for it.
  ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }) as unknown as NodeJS.ProcessEnv;

function chownAll(entry: string, account: Account): void {
  for (const item of readdirSync(entry, { recursive: true, withFileTypes: true })) {
    if (item.isSymbolicLink()) continue;
    const full = path.join(item.parentPath, item.name);
    chownSync(full, account.uid, account.gid);
    if (item.isDirectory()) chmodSync(full, 0o700);
  }
  chownSync(entry, account.uid, account.gid);
}

/** Removes what an interrupted first start of a process that is gone left beside the final place. */
function removeAbandoned(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    const pid = /^embedded\.new-(\d+)-[0-9a-f]{12}$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
}
