import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEnv } from '#app/config/env.ts';
import { withSecretKeys } from '#app/config/secret-keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'habeas-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a demo makes its key once, for its own account only, and finds it again', () => {
  const env = readEnv({ DATA_DIR: path.join(folder, 'data') });
  const [first] = withSecretKeys(env).secretKeys;
  expect(first?.length).toBeGreaterThanOrEqual(43);
  expect(withSecretKeys(env).secretKeys).toEqual([first]);
  expect(statSync(path.join(env.dataDir, 'secret-key')).mode & 0o777).toBe(0o600);
});

test('a key that was set is used as it is, and no file is made', () => {
  const given = 'g'.repeat(32);
  const env = readEnv({ DATA_DIR: folder, SECRET_KEY: given });
  expect(withSecretKeys(env).secretKeys).toEqual([given]);
  expect(statSync(path.join(folder, 'secret-key'), { throwIfNoEntry: false })).toBeUndefined();
});

test('a damaged key file is refused, not replaced: what it sealed would be lost', () => {
  writeFileSync(path.join(folder, 'secret-key'), 'short\n');
  expect(() => withSecretKeys(readEnv({ DATA_DIR: folder }))).toThrow(/secret-key is damaged/);
});
