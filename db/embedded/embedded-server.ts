import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { OperatorError } from '../operator-error.ts';
import { packagedBinaries } from './binaries.ts';
import { type ClusterFile, type EmbeddedRole, embeddedFolder, readClusterFile } from './cluster-file.ts';
import { type ClusterOptions, createCluster, usableBinaries } from './create-cluster.ts';
import { prepareDatabases } from './databases.ts';
import { ensureStarted, isPostmasterOf, readPostmaster, stopPostmaster } from './postmaster.ts';
import { type Account, isRoot } from './run-as.ts';

/** Advisory locks in the database `postgres` of the cluster; the kernel frees them when their holder dies. */
const lockUse = 7_120_001;
const lockServe = 7_120_002;

/** A running embedded server that this process takes part in. */
export interface EmbeddedServer {
  port: number;
  /** Address for a role; the database is the one that the role is for, unless named. Holds a password. */
  url: (role: EmbeddedRole, database?: string) => string;
  /** Claims to be the one process that serves this DATA_DIR. @returns false when another one lives */
  claim: () => Promise<boolean>;
  /** Resolves when the server went away under us. */
  lost: Promise<void>;
  /** Ends our part; the last one to leave stops the server. */
  release: () => Promise<void>;
}

const databaseOf: Record<EmbeddedRole, string> = {
  postgres: 'postgres',
  habeas_owner: 'habeas',
  habeas_app: 'habeas',
  northwind_owner: 'northwind',
  northwind_reader: 'northwind',
};

/** Whether a DATA_DIR has an embedded server, running or not. */
export const hasEmbeddedServer = (dataDir: string) => readClusterFile(embeddedFolder(dataDir)) !== undefined;

/**
 * Joins the embedded server of a DATA_DIR, creating and starting it when needed. Several processes may do so at once.
 * @throws OperatorError in one line when PostgreSQL cannot be had, created or started
 */
export async function joinEmbeddedServer(
  dataDir: string,
  options: ClusterOptions = {},
): Promise<EmbeddedServer> {
  const folder = embeddedFolder(dataDir);
  const installed = packagedBinaries();
  if (!readClusterFile(folder)) await createCluster(dataDir, installed, options);
  const file = readClusterFile(folder);
  if (!file) throw new OperatorError(`${folder} has no cluster.json after PostgreSQL was set up in it`);
  const cluster = path.join(file.home, 'cluster');
  const account = ownerOf(cluster);
  const binaries = usableBinaries(installed, file.home, account);
  refuseOtherMajor(cluster, installed.version);

  const start = () =>
    ensureStarted({
      binaries,
      cluster,
      account,
      log: path.join(folder, 'server.log'),
      preferredPort: file.preferredPort,
      durable: options.durable !== false,
    });
  const { session, port, lost } = await hold(start, file);
  const url = (role: EmbeddedRole, database = databaseOf[role]) => urlFor(file, port, role, database);
  await prepareDatabases(session, url('postgres', 'habeas'), url('postgres', 'northwind'), file.passwords);

  return {
    port,
    url,
    claim: async () => {
      const [row] = await session<{ held: boolean }[]>`select pg_try_advisory_lock(${lockServe}) as held`;
      return row?.held === true;
    },
    lost,
    release: async () => {
      const last = await leave(session);
      if (last) await stopPostmaster(cluster);
      await session.end({ timeout: 1 }).catch(() => {});
    },
  };
}

/** Address of an embedded server that runs at this moment, without joining it; undefined when it does not run. */
export function runningUrl(dataDir: string, role: EmbeddedRole): string | undefined {
  const file = readClusterFile(embeddedFolder(dataDir));
  const cluster = path.join(file?.home ?? dataDir, 'cluster');
  const running = readPostmaster(cluster);
  return file && running && isPostmasterOf(running.pid, cluster)
    ? urlFor(file, running.port, role, databaseOf[role])
    : undefined;
}

const urlFor = (file: ClusterFile, port: number, role: EmbeddedRole, database: string) =>
  `postgres://${role}:${file.passwords[role]}@127.0.0.1:${port}/${database}`;

/** Connects and takes the shared lock, again from the start when the server goes away meanwhile. */
async function hold(start: () => Promise<{ port: number }>, file: ClusterFile) {
  const deadline = Date.now() + 40_000;
  for (;;) {
    const { port } = await start();
    let onLost = () => {};
    const lost = new Promise<void>((resolve) => {
      onLost = resolve;
    });
    const session = postgres(urlFor(file, port, 'postgres', 'postgres'), {
      max: 1,
      onnotice: () => {},
      onclose: () => onLost(),
      // The locks live as long as the connection: it must not be renewed.
      max_lifetime: null,
      connection: { application_name: 'habeas hold' },
    });
    try {
      await session`select pg_advisory_lock_shared(${lockUse})`;
      return { session, port, lost };
    } catch (error) {
      await session.end({ timeout: 0 });
      if ((error as { code?: string }).code === '28P01') {
        throw new OperatorError(`the server on 127.0.0.1:${port} refused the password kept in cluster.json`);
      }
      if (Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

/** @returns whether nobody else is left; then the exclusive lock keeps newcomers waiting until the server is gone */
async function leave(session: postgres.Sql): Promise<boolean> {
  try {
    await session`select pg_advisory_unlock_shared(${lockUse})`;
    const [row] = await session<{ last: boolean }[]>`select pg_try_advisory_lock(${lockUse}) as last`;
    return row?.last === true;
  } catch {
    return false;
  }
}

/** As root the server runs as whoever owns the cluster, so a cluster that an ordinary account made works too. */
function ownerOf(cluster: string): Account | undefined {
  if (!isRoot()) return undefined;
  const { uid, gid } = statSync(cluster);
  return { uid, gid };
}

function refuseOtherMajor(cluster: string, version: string): void {
  const made = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made !== version.split('.')[0]) {
    throw new OperatorError(
      `${cluster} was made by PostgreSQL ${made}, but PostgreSQL ${version} is installed; dump it with the old version and restore it`,
    );
  }
}
