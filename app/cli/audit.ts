import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Checkpoint } from '#app/domain/audit/verify-chain.ts';
import { makeCheckpoint, readCheckpoint } from '#app/services/audit/checkpoint.ts';
import { verifyLog } from '#app/services/audit/verify-log.ts';
import type { Ctx } from '#app/services/context.ts';
import { ServiceError } from '#app/services/errors.ts';
import { OperatorError } from '#db/operator-error.ts';
import { withDatabase } from './with-database.ts';

const USAGE = 'usage: habeas audit verify [--checkpoint FILE]\n       habeas audit checkpoint > FILE\n';

/**
 * `habeas audit verify`: re-reads the whole log. stdout: `OK entries=N sealed=N`, or `BROKEN at=ID reason=...` for the
 * first broken link and exit 1. What is not sealed yet is told on stderr.
 * `habeas audit checkpoint`: prints a signed state of the chain, to be kept elsewhere.
 */
export async function run(argv: string[]): Promise<number> {
  const asked = argumentsOf(argv);
  if (!asked) {
    process.stderr.write(USAGE);
    return 2;
  }
  const file = asked.checkpoint;
  const jws = file ? await readJws(file) : undefined;
  return withDatabase('audit', (ctx) => (asked.verb === 'verify' ? verify(ctx, jws, file) : checkpoint(ctx)));
}

async function verify(ctx: Ctx, jws: string | undefined, file: string | undefined): Promise<number> {
  let known: Checkpoint | undefined;
  try {
    known = jws === undefined ? undefined : await readCheckpoint(ctx, jws);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new OperatorError(
      `--checkpoint: ${file} is refused (${error.code}), expected a checkpoint signed here`,
    );
  }
  const report = await verifyLog(ctx.db, known);
  if (report.unsealed > 0) process.stderr.write(`not sealed yet: ${report.unsealed}\n`);
  if (report.broken) {
    process.stdout.write(`BROKEN at=${report.broken.at} reason=${report.broken.reason}\n`);
    return 1;
  }
  process.stdout.write(`OK entries=${report.entries} sealed=${report.sealed}\n`);
  return 0;
}

async function checkpoint(ctx: Ctx): Promise<number> {
  try {
    process.stdout.write(`${await makeCheckpoint(ctx)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'nothing_sealed')
      throw new OperatorError('the log has no sealed entry yet, expected the worker to have sealed one');
    throw error;
  }
}

async function readJws(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `--checkpoint: ${file} cannot be read (${error.code}), expected a checkpoint file`,
    );
  });
}

function argumentsOf(
  argv: string[],
): { verb: 'verify' | 'checkpoint'; checkpoint: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { checkpoint: { type: 'string' } },
    });
    const [verb, ...more] = positionals;
    if (more.length > 0 || (verb !== 'verify' && verb !== 'checkpoint')) return undefined;
    if (verb === 'checkpoint' && values.checkpoint !== undefined) return undefined;
    return { verb, checkpoint: values.checkpoint };
  } catch {
    return undefined;
  }
}
