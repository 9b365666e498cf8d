import type { schemaChecker } from './json-schema-check.ts';
import type { PackageProblem } from './problem.ts';

/** The limit of one line of an NDJSON file, in characters. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** Findings told for one file: the first ones say what is wrong, a million more say no more. */
const MOST_FINDINGS = 5;

type Check = ReturnType<typeof schemaChecker>;

/**
 * Counts the rows of a data file and checks each; a file that is one array is read whole (the format keeps those small).
 * Consumes `bytes` to the end. Throws what `bytes` throws, so that a bomb stops.
 */
export async function checkRows(
  entry: string,
  bytes: AsyncIterable<Buffer>,
  lines: boolean,
  check: Check | undefined,
  problems: PackageProblem[],
): Promise<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const told = { count: 0 };
  const say = (row: number | undefined, detail: string) => {
    told.count += 1;
    if (told.count > MOST_FINDINGS) return;
    problems.push({
      code: 'row_invalid',
      entry,
      detail: row === undefined ? detail : `row ${row}: ${detail}`,
    });
  };
  let rows = 0;
  let text = '';
  const onLine = (line: string) => {
    rows += 1;
    const value = parse(line);
    if (value === undefined) return say(rows, 'is not JSON');
    const finding = check?.(value);
    if (finding) say(rows, `${finding.pointer || '/'} is not what the schema expects: ${finding.expected}`);
  };
  for await (const chunk of bytes) {
    const decoded = decode(decoder, chunk, true);
    if (decoded === undefined) {
      say(undefined, 'is not UTF-8');
      for await (const _ of bytes);
      return rows;
    }
    text += decoded;
    if (!lines) continue;
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      onLine(text.slice(from, at));
      from = at + 1;
    }
    text = text.slice(from);
    if (text.length > LONGEST_LINE) {
      say(rows + 1, `is longer than ${LONGEST_LINE} characters`);
      text = '';
    }
  }
  if (lines) {
    if (text !== '') onLine(text);
    return rows;
  }
  const value = parse(text);
  if (!Array.isArray(value)) {
    say(undefined, 'is not a JSON array');
    return 0;
  }
  const finding = check?.(value);
  if (finding) {
    const [, index, ...rest] = finding.pointer.split('/');
    say(Number(index) + 1, `/${rest.join('/')} is not what the schema expects: ${finding.expected}`);
  }
  return value.length;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function decode(decoder: TextDecoder, chunk: Buffer, stream: boolean): string | undefined {
  try {
    return decoder.decode(chunk, { stream });
  } catch {
    return undefined;
  }
}
