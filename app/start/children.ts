import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '#db/operator-error.ts';
import type { ChildMessage } from './child-process.ts';

export interface ChildOptions {
  /** Word for messages. */
  name: string;
  /** File beside `entry.start.ts`. */
  entry: string;
  /** Flags of Node. */
  flags?: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Called when it died more often than makes sense to try again. */
  onGivenUp: (reason: string) => void;
}

export interface Child {
  /** Resolves with what the process said when it began to serve. @throws when it ended before */
  ready: Promise<ChildMessage>;
  /** SIGTERM, and after the limit SIGKILL. */
  stop: (limit?: number) => Promise<void>;
}

const appFolder = path.resolve(import.meta.dirname, '..');
const restartsPerMinute = 5;

/** Runs web or worker in a process of its own, and starts it again when it dies after it had served. */
export function startChild(options: ChildOptions): Child {
  let stopping = false;
  let current: ChildProcess;
  const deaths: number[] = [];

  const launch = (): Promise<ChildMessage> => {
    const child = spawn(process.execPath, [...(options.flags ?? []), path.join(appFolder, options.entry)], {
      env: options.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    current = child;
    return new Promise((resolve, reject) => {
      let served = false;
      child.on('message', (message: ChildMessage) => {
        if (message.type !== 'ready') return;
        served = true;
        resolve(message);
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        if (stopping) return;
        if (!served) reject(new OperatorError(`${options.name} ended (${signal ?? code}) before it served`));
        else void relaunch(`${signal ?? code}`);
      });
    });
  };

  async function relaunch(cause: string): Promise<void> {
    const now = performance.now();
    deaths.push(now);
    if (deaths.filter((at) => at > now - 60_000).length > restartsPerMinute) {
      options.onGivenUp(
        `${options.name} ended ${restartsPerMinute + 1} times within a minute, the last time with ${cause}`,
      );
      return;
    }
    process.stderr.write(`${options.name} ended (${cause}); starting it again\n`);
    await sleep(200 * deaths.length);
    if (!stopping) await launch().catch((error: Error) => options.onGivenUp(error.message));
  }

  return {
    ready: launch(),
    stop: async (limit = 9_000) => {
      stopping = true;
      if (current.exitCode !== null || current.signalCode !== null) return;
      const gone = new Promise((resolve) => current.once('exit', resolve));
      current.kill('SIGTERM');
      const timer = setTimeout(() => current.kill('SIGKILL'), limit);
      await gone;
      clearTimeout(timer);
    },
  };
}
