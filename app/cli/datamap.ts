import { readFile } from 'node:fs/promises';
import { mapWarnings } from '../domain/data-map/map-warnings.ts';
import { readDataMap } from '../services/collection/read-data-map.ts';

const USAGE = 'usage: habeas datamap check FILE\n';

/**
 * `habeas datamap check FILE`: reads a data map in the Fideslang dataset format without a database. stdout: `OK ...`, or one
 * line `INVALID path: got ..., expected ...` for each problem; warnings go to stderr. Exit 0 valid, 1 invalid, 2 wrong usage.
 */
export async function run(argv: string[]): Promise<number> {
  const [verb, file, ...more] = argv;
  if (verb !== 'check' || !file || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unreadable';
    process.stderr.write(`${file}: ${code}, expected a data map\n`);
    return 2;
  }
  const read = readDataMap(text);
  if ('problems' in read) {
    for (const { path, value, expected } of read.problems) {
      const got = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
      process.stdout.write(`INVALID ${path || '(whole)'}: got ${got}, expected ${expected}\n`);
    }
    return 1;
  }
  const { datasets, collections, edges } = read.map;
  for (const { source, code, detail } of mapWarnings(read.map)) {
    process.stderr.write(`warning ${code} ${source}: ${detail}\n`);
  }
  const fields = collections.reduce((sum, one) => sum + one.fields.length, 0);
  process.stdout.write(
    `OK datasets=${datasets.length} collections=${collections.length} fields=${fields} references=${edges.length}\n`,
  );
  return 0;
}
