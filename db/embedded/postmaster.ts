import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../operator-error.ts';
import type { Binaries } from './binaries.ts';
import { serverEnvironment } from './create-cluster.ts';
import { freePort } from './free-port.ts';
import { isAlive } from './is-alive.ts';
import type { Account } from './run-as.ts';

/** What PostgreSQL writes into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const startLimit = 30_000;
const stopLimit = 10_000;
const largestLog = 5_000_000;

/** Settings of each server: loopback only, passwords only, and a log that repeats neither statements nor values. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_parameter_max_length=0',
];

/** Reads `postmaster.pid`; undefined when there is none or it is still being written. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 ? { pid, port, ready: (lines[7] ?? '').trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the process that `postmaster.pid` names is a server of this cluster. A number alone proves nothing:
 * after a restart of a container the same number is soon another process.
 */
export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return (stdout ?? '').includes('postgres');
}

export interface StartRequest {
  binaries: Binaries;
  cluster: string;
  log: string;
  preferredPort: number;
  account: Account | undefined;
  durable: boolean;
}

/**
 * Returns the running server of the cluster: one that survived its parent, one that somebody else starts at this
 * moment, or a new one. @throws OperatorError with PostgreSQL's own last word when it does not come up in 30 s.
 */
export async function ensureStarted(request: StartRequest): Promise<Postmaster> {
  const { cluster } = request;
  const deadline = Date.now() + startLimit;
  let starting: { exited: () => boolean } | undefined;
  while (Date.now() < deadline) {
    const found = readPostmaster(cluster);
    if (found && isPostmasterOf(found.pid, cluster)) {
      if (found.ready) return found;
    } else if (!starting || starting.exited()) {
      if (found) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
      // A crashed server's children hold its shared memory for a moment: hence the next try, not at once.
      if (starting) await sleep(250);
      starting = await spawnServer(request);
    }
    await sleep(20);
  }
  throw new OperatorError(`PostgreSQL in ${cluster} did not start in 30 s: ${lastComplaint(request.log)}`);
}

async function spawnServer({ binaries, cluster, log, preferredPort, account, durable }: StartRequest) {
  const port = await freePort(preferredPort);
  if (sizeOf(log) > largestLog) truncateSync(log);
  const output = openSync(log, 'a', 0o600);
  const options = [...settings, ...(durable ? [] : ['fsync=off', 'full_page_writes=off'])];
  // Its own process group: Ctrl-C in a terminal must reach us first, not the database below us.
  const child = spawn(
    binaries.postgres,
    ['-D', cluster, '-p', String(port), ...options.flatMap((option) => ['-c', option])],
    { ...account, cwd: '/', detached: true, stdio: ['ignore', output, output], env: serverEnvironment() },
  );
  let ended = false;
  child.on('error', () => (ended = true));
  child.on('exit', () => (ended = true));
  child.unref();
  closeSync(output);
  return { exited: () => ended };
}

/** Stops the server: open transactions are rolled back; after 10 s it is ended as by a crash, which loses nothing. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = readPostmaster(cluster);
  if (!running || !isPostmasterOf(running.pid, cluster)) return;
  for (const [signal, limit] of [
    ['SIGINT', stopLimit],
    ['SIGQUIT', stopLimit / 2],
  ] as const) {
    signalQuietly(running.pid, signal);
    const deadline = Date.now() + limit;
    while (Date.now() < deadline) {
      if (!isPostmasterOf(running.pid, cluster)) return;
      await sleep(20);
    }
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself between the look and the signal.
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function lastComplaint(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC|ERROR)\b/.test(line)) ?? lines.at(-1) ?? '';
  return `${complaint} (log: ${log})`;
}
