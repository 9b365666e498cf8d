import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { CALENDARS } from '../domain/rules/calendars/index.ts';
import { answerLine } from '../domain/rules/deadline-line.ts';

const USAGE = 'usage: habeas deadline --ndjson < questions.ndjson\n';

/**
 * `habeas deadline --ndjson`: one question a line on stdin, one answer a line on stdout, in order, as they come.
 * Exit 0 when every line was answered, 1 when a line was refused, 2 on wrong usage.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.length !== 1 || argv[0] !== '--ndjson') {
    process.stderr.write(USAGE);
    return 2;
  }
  let refused = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = answerLine(line, CALENDARS);
    if ('error' in answer) refused += 1;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
  }
  if (refused > 0) process.stderr.write(`${refused} refused\n`);
  return refused > 0 ? 1 : 0;
}
