import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '../..');

/** Somebody who may sign in to the demo. */
export interface Person {
  email: string;
  password: string;
  totpSecret: string;
}

/** The real product, as `npm start` runs it, in a process of its own. */
export interface Product {
  process: ChildProcess;
  /** Lines of stdout so far. */
  output: string[];
  /** All of stderr so far. */
  errors: () => string;
  /** Resolves with the address when it says READY. @throws with what it said when it ends before */
  ready: Promise<{ url: string; people: Person[] }>;
  /** Resolves with code and signal when the process has ended. */
  ended: Promise<{ code: number | null; signal: string | null }>;
  /** SIGTERM, and waits for the end. */
  stop: () => Promise<void>;
}

/** Starts it with these variables on top of ours; what would lead it elsewhere is taken out. */
export function startProduct(env: Record<string, string>): Product {
  const {
    DATABASE_URL: _a,
    DATABASE_ADMIN_URL: _b,
    SMTP_URL: _c,
    STORAGE_URL: _d,
    PUBLIC_URL: _e,
    npm_lifecycle_event: _f,
    ...rest
  } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'app/entry.start.ts')], {
    cwd: root,
    env: { ...rest, LOG_LEVEL: 'warn', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const output: string[] = [];
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<{ url: string; people: Person[] }>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.push(line);
      if (line.startsWith('READY ')) resolve({ url: line.slice(6), people: output.flatMap(personOf) });
    });
    void ended.then(() => reject(new Error(`ended before READY: ${errors}`)));
  });
  // Whoever waits for the end only must not be failed by the other promise.
  ready.catch(() => {});
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { process: child, output, errors: () => errors, ready, ended, stop };
}

function personOf(line: string): Person[] {
  const [word, email, password, totpSecret] = line.split(' ');
  return word === 'OFFICER' && email && password && totpSecret ? [{ email, password, totpSecret }] : [];
}
