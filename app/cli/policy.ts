import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { LineProblem } from '#app/domain/policy/notice-line.ts';
import { NotFound } from '#app/services/errors.ts';
import { notifyList } from '#app/services/policy/notify-list.ts';
import { OperatorError } from '#db/operator-error.ts';
import { withDatabase } from './with-database.ts';

const USAGE = 'usage: habeas policy notify VERSION FILE [--check]\n';

/** Refused lines that are named one by one; the rest is counted. */
const MOST_NAMED = 100;

/**
 * `habeas policy notify VERSION FILE [--check]`: tells everybody in FILE of a published version. FILE is NDJSON, one
 * `{"email", "country", "locale"}` a line. Safe to run again, also after it was cut off: nobody gets a second mail.
 * `--check` reads and refuses, and tells nobody. stdout: `NOTIFIED version=... lines=N told=N already=N refused=N`, or
 * `CHECKED ...`; stderr: each refused line with place, value and expectation. Exit 1 when a line was refused.
 */
export async function run(argv: string[]): Promise<number> {
  const asked = argumentsOf(argv);
  if (!asked) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { version, file, check } = asked;
  await refuseUnreadable(file);
  return withDatabase('policy', async (ctx) => {
    const refused = refusals();
    const done = await notifyList(ctx, {
      version,
      source: createReadStream(file),
      checkOnly: check,
      onRefused: refused.say,
    }).catch((error: unknown) => {
      throw reasonOf(error, version, file);
    });
    refused.sayRest();
    process.stdout.write(
      check
        ? `CHECKED version=${version} lines=${done.read} refused=${done.refused}\n`
        : `NOTIFIED version=${version} lines=${done.read} told=${done.told} already=${done.already} refused=${done.refused}\n`,
    );
    return done.refused > 0 ? 1 : 0;
  });
}

function argumentsOf(argv: string[]): { version: string; file: string; check: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { check: { type: 'boolean' } },
    });
    const [verb, version, file, ...more] = positionals;
    if (verb !== 'notify' || !version || !file || more.length > 0) return undefined;
    return { version, file, check: values.check === true };
  } catch {
    return undefined;
  }
}

/** Before the database is asked for: a wrong name is the commonest mistake. */
async function refuseUnreadable(file: string): Promise<void> {
  const code = await access(file, constants.R_OK)
    .then(async () => ((await stat(file)).isDirectory() ? 'EISDIR' : null))
    .catch((error: NodeJS.ErrnoException) => error.code);
  if (code !== null)
    throw new OperatorError(`${file}: cannot be read (${code}), expected a list of addresses in NDJSON`);
}

function refusals() {
  let count = 0;
  return {
    say(line: number, { path, got, expected }: LineProblem): void {
      count += 1;
      if (count <= MOST_NAMED)
        process.stderr.write(`line ${line} ${path}: got ${got}, expected ${expected}\n`);
    },
    sayRest(): void {
      if (count > MOST_NAMED) process.stderr.write(`and ${count - MOST_NAMED} more lines\n`);
    },
  };
}

function reasonOf(error: unknown, version: string, file: string): unknown {
  if (error instanceof NotFound)
    return new OperatorError(
      `VERSION: ${version} is not published, expected the name of a version on the desk`,
    );
  if (
    error instanceof TypeError &&
    (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  )
    return new OperatorError(
      `${file}: holds bytes that are no UTF-8, expected NDJSON in UTF-8; who was told before them is on record, and the list can be sent again`,
    );
  return error;
}
