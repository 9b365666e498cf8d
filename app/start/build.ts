import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '#db/operator-error.ts';

const root = path.resolve(import.meta.dirname, '../..');
const stamp = path.join(root, 'build', 'inputs.sha256');

/** What the pages are built from; texts are read when they are served. */
const inputs = ['app', 'public', 'package-lock.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json'];

/**
 * Builds the pages when what they are made from has changed since the last build.
 * @param signal ends a build under way
 * @returns whether it built. @throws OperatorError with the end of what the build said
 */
export async function buildWhenStale(signal: AbortSignal): Promise<boolean> {
  const wanted = hashInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  process.stderr.write('Building the pages ...\n');
  const { code, output } = await runBuild(signal);
  if (signal.aborted) return false;
  if (code !== 0) throw new OperatorError(`the pages could not be built:\n${output.trim().slice(-2000)}`);
  writeFileSync(stamp, wanted);
  return true;
}

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const input of inputs.map((name) => path.join(root, name)).filter(existsSync)) {
    for (const file of filesOf(input)) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesOf(entry: string): string[] {
  const listing = (() => {
    try {
      return readdirSync(entry, { recursive: true, withFileTypes: true });
    } catch {
      return undefined;
    }
  })();
  if (!listing) return [entry];
  return listing
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .sort();
}

function runBuild(signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  const cli = path.join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const child: ChildProcess = spawn(process.execPath, [cli, 'vite:build'], {
    cwd: root,
    signal,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: output || error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
