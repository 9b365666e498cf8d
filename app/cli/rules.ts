import { RULE_PACKS } from '../domain/rules/packs/index.ts';
import { publishedRules } from '../domain/rules/published-rules.ts';
import { rightsTable, versionsTable } from '../domain/rules/rules-table.ts';

const USAGE = 'usage: habeas rules --json | --markdown\n';

/**
 * `habeas rules --json` publishes every pack with its schema; `--markdown` prints the table of versions and the
 * table of rights in force today. Exit 0, or 2 on wrong usage.
 */
export async function run(argv: string[], now: Date = new Date()): Promise<number> {
  if (argv.length === 1 && argv[0] === '--json') {
    process.stdout.write(`${JSON.stringify(publishedRules(), null, 2)}\n`);
    return 0;
  }
  if (argv.length === 1 && argv[0] === '--markdown') {
    const today = now.toISOString().slice(0, 10);
    process.stdout.write(`${versionsTable(RULE_PACKS)}\n\n${rightsTable(RULE_PACKS, today)}\n`);
    return 0;
  }
  process.stderr.write(USAGE);
  return 2;
}
