/** `npm test`: every check in a row. The last line is `N passed, N failed, N skipped`; exit 0 when nothing failed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findOrInstallChromium, howToGetChromium } from './support/chromium.ts';
import { type Counts, countPlaywright, countVitest, sum } from './support/counts.ts';

const root = path.resolve(import.meta.dirname, '..');
const reports = mkdtempSync(path.join(tmpdir(), 'habeas-reports-'));
const bin = (...parts: string[]) => path.join(root, 'node_modules', ...parts);

interface Step {
  name: string;
  arguments: string[];
  env?: Record<string, string>;
  /** Where it leaves its counts; a step without a report counts as one test. */
  report?: { file: string; count: (report: unknown) => Counts };
}

function stepsToRun(chromium: string | undefined): Step[] {
  const unit = path.join(reports, 'vitest.json');
  const e2e = path.join(reports, 'playwright.json');
  const steps: Step[] = [
    { name: 'type check', arguments: [bin('typescript/bin/tsc'), '--noEmit'] },
    { name: 'lint', arguments: [bin('@biomejs/biome/bin/biome'), 'check', '.'] },
    { name: 'build', arguments: ['tests/support/build.ts'] },
    {
      name: 'unit and integration',
      arguments: [
        ...[bin('vitest/vitest.mjs'), 'run', '--config', 'tests/config/vitest.config.ts'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${unit}`],
      ],
      report: { file: unit, count: countVitest },
    },
  ];
  if (!chromium) return steps;
  return [
    ...steps,
    {
      name: 'end to end',
      arguments: [
        ...[bin('@playwright/test/cli.js'), 'test', '--config', 'tests/config/playwright.config.ts'],
        '--reporter=list,json',
      ],
      env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: e2e },
      report: { file: e2e, count: countPlaywright },
    },
  ];
}

function run(step: Step): Promise<number> {
  process.stdout.write(`\n== ${step.name}\n`);
  const child = spawn(process.execPath, step.arguments, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...step.env },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** A step that failed without a failed test (it crashed, or a file could not be loaded) counts as one failure. */
async function countsOf(step: Step): Promise<Counts> {
  const code = await run(step);
  const { report } = step;
  const counts = !report
    ? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 }
    : existsSync(report.file)
      ? report.count(JSON.parse(readFileSync(report.file, 'utf8')))
      : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

// Ctrl-C reaches the step as well; what it cleans up must be waited for.
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (interrupted = true));

const chromium = findOrInstallChromium();
const results: Counts[] = chromium ? [] : [{ passed: 0, failed: 1, skipped: 0 }];
for (const step of stepsToRun(chromium)) {
  if (!interrupted) results.push(await countsOf(step));
}
rmSync(reports, { recursive: true, force: true });
if (!chromium) process.stdout.write(`\n${howToGetChromium}\n`);
const { passed, failed, skipped } = sum(results);
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed > 0 || interrupted ? 1 : 0;
