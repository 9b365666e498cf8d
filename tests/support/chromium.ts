import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const howToGetChromium =
  'no Chromium found for the end-to-end tests: set CHROMIUM to its path, or run "npx playwright install chromium", ' +
  'or install the package "chromium" of your system (as root with CI=1 this happens by itself on Debian)';

/** Chromium as CHROMIUM names it, as Playwright brought it, or as the system has it; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : undefined;
  return [chromium.executablePath(), ...system].find((file) => existsSync(file));
}

/** The same, after installing Debian's where that is allowed: as root, with CI set. */
export function findOrInstallChromium(): string | undefined {
  const found = findChromium();
  if (found || process.env.CHROMIUM || !process.env.CI || process.getuid?.() !== 0) return found;
  const options = {
    stdio: ['ignore', 2, 2] as ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
  return findChromium();
}

/** What Chromium needs to run unattended; without its sandbox only as root, where it would refuse. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
