import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '#db/operator-error.ts';
import type { Env } from './env.ts';

/**
 * Fills in the keys of a demo: read from `DATA_DIR/secret-key`, which is made (mode 0600) when it is missing. Outside
 * demo `readEnv` has already insisted on SECRET_KEY.
 */
export function withSecretKeys(env: Env): Env {
  if (env.secretKeys.length > 0) return env;
  const file = path.join(env.dataDir, 'secret-key');
  const key = readKey(file) ?? makeKey(file);
  if (key.length < 32)
    throw new OperatorError(`${file} is damaged: expected a key of at least 32 characters`);
  return { ...env, secretKeys: [key] };
}

function readKey(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new OperatorError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** Written whole and then linked, so that of two processes at the same moment both end with the same key. */
function makeKey(file: string): string {
  const draft = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 });
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}
