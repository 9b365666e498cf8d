import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { WORKER_FLAGS } from '#app/start/worker-flags.ts';
import { TEST_SECRET } from './context.ts';

/** Real worker processes on the databases of tests; every one that a test starts it also ends. */
export function workerProcesses(dataDir: string) {
  const started: ChildProcess[] = [];
  return {
    /** Resolves when the worker serves the queue. */
    async start(databaseUrl: string, settings: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
      const env = {
        ...process.env,
        DATABASE_URL: databaseUrl,
        SECRET_KEY: TEST_SECRET,
        PUBLIC_URL: 'http://127.0.0.1:3000',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'silent',
        ...settings,
      };
      const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
      const child = fork('app/entry.worker.ts', { env, stdio: [...stdio], execArgv: [...WORKER_FLAGS] });
      started.push(child);
      await once(child, 'message');
      return child;
    },
    /** kill -9. */
    kill,
    async killAll(): Promise<void> {
      for (const child of started.splice(0)) await kill(child);
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
