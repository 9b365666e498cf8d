/**
 * Runs before `npm start` and `npm test`: installs what is missing, so that a fresh clone needs nothing but npm and
 * Node 20.19. Uses Node's own modules only; when nothing is to be done it ends in well under 100 ms.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { isWritable, linkLibraries, missingNative, outdatedPackages } from './state.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** @param {string} reason */
function stop(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

/** @param {string[]} extra */
function npmInstall(extra) {
  const args = [
    'install',
    '--include=dev',
    '--include=optional',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...extra,
  ];
  const cache = isWritable(homedir()) ? undefined : mkdtempSync(path.join(tmpdir(), 'habeas-npm-'));
  const env = { ...process.env, ...(cache ? { npm_config_cache: cache } : {}) };
  const cli = process.env.npm_execpath;
  const [program, ...first] = cli?.endsWith('.js') ? [process.execPath, cli] : ['npm'];
  // npm's report goes to stderr: stdout is what `npm start` itself has to say.
  const { status, error } = spawnSync(program, [...first, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (cache) rmSync(cache, { recursive: true, force: true });
  if (error)
    stop(`npm could not be run (${error.message}); install npm 10 or newer, or run "npm install" yourself`);
  return status === 0;
}

function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node ${process.versions.node} is too old; expected 20.19 or newer`);
  }
  if (outdatedPackages(root).length > 0) {
    if (!isWritable(root))
      stop(`${root} cannot be written by this account; expected to install packages into it`);
    if (!npmInstall([]))
      stop('npm install failed (see above); expected the registry to be reachable; then try again');
  }
  // A lock file made on another platform can lack this one's packages, and then npm leaves them out silently.
  const absent = missingNative(root);
  if (absent.length > 0 && absent.every((native) => native.spec)) {
    npmInstall(['--no-package-lock', ...absent.map((native) => native.spec ?? '')]);
  }
  const still = missingNative(root);
  if (still.length > 0) {
    stop(
      `no ${still.map((native) => native.name).join(', ')} for ${process.platform}-${process.arch}; ` +
        'expected Linux (x64, arm64) or macOS (arm64), or, for node alone, a Node 24 on the PATH',
    );
  }
  linkLibraries(root);
}

main();
