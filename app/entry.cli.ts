/** `npm run -s habeas -- <verb> ...`: stdout is data, stderr is for people; exit 0 valid, 1 invalid, 2 wrong usage. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '#db/operator-error.ts';

type Verb = { run: (argv: string[]) => Promise<number> };

/** A verb is a file of one word in `cli/`, loaded when asked for: `deadline` needs no database driver. */
const folder = path.join(import.meta.dirname, 'cli');
const verbs = readdirSync(folder)
  .map((file) => /^([a-z]+)\.ts$/.exec(file)?.[1])
  .filter((verb) => verb !== undefined)
  .sort();

const [name = '', ...argv] = process.argv.slice(2);

// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

if (!verbs.includes(name)) {
  process.stderr.write(`usage: habeas <verb> ...\nverbs: ${verbs.join(', ')}\n`);
  process.exitCode = 2;
} else {
  try {
    // The code is set, not exited with: what stands in a pipe must get out first.
    const verb: Verb = await import(path.join(folder, `${name}.ts`));
    process.exitCode = await verb.run(argv);
  } catch (error) {
    const reason =
      error instanceof OperatorError ? error.message : ((error as Error)?.stack ?? String(error));
    process.stderr.write(`${reason}\n`);
    process.exitCode = 1;
  }
}
