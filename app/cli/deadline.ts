import { once } from 'node:events';
import { CALENDARS } from '../domain/rules/calendars/index.ts';
import { answerLine, type DeadlineAnswer, type DeadlineRefusal } from '../domain/rules/deadline-line.ts';

import { LONGEST, linesOf } from './stream-lines.ts';

const USAGE = 'usage: habeas deadline --ndjson < questions.ndjson\n';

/** Refusals that are told on stderr one by one; the rest are counted. All of them are on stdout anyway. */
const TOLD = 20;

/**
 * `habeas deadline --ndjson`: one question a line on stdin, one answer a line on stdout, in order, as they come.
 * Blank lines are passed over. Exit 0 when every line was answered, 1 when a line was refused, 2 on wrong usage.
 */
export async function run(argv: string[]): Promise<number> {
  if (argv.length !== 1 || argv[0] !== '--ndjson') {
    process.stderr.write(USAGE);
    return 2;
  }
  let number = 0;
  let refused = 0;
  for await (const line of linesOf(process.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    const answer = answerLine(line, CALENDARS);
    if (isRefusal(answer)) {
      refused += 1;
      if (line.length >= LONGEST) answer.error.expected = `a line of less than ${LONGEST} characters`;
      if (refused <= TOLD) process.stderr.write(told(number, answer));
      answer.error.path ||= `line ${number}`;
    }
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
  }
  if (refused > 0) process.stderr.write(`${refused} refused\n`);
  return refused > 0 ? 1 : 0;
}

function isRefusal(answer: DeadlineAnswer | DeadlineRefusal): answer is DeadlineRefusal {
  return 'error' in answer;
}

function told(number: number, { error }: DeadlineRefusal): string {
  const place = error.path ? `, ${error.path}` : '';
  return `line ${number}${place}: ${JSON.stringify(error.value)}; expected ${error.expected}\n`;
}
