import { z } from 'zod';
import { RULE_PACKS } from '../domain/rules/packs/index.ts';
import { rulePackSchema } from '../domain/rules/rule-pack.ts';
import { rightsTable, versionsTable } from '../domain/rules/rules-table.ts';
import published from '../domain/rules/worked-cases.json' with { type: 'json' };

const USAGE = 'usage: habeas rules --json | --markdown\n';

/** The packs with the JSON Schema that describes one of them and the cases that they are held to, as published. */
export function publishedRules() {
  return {
    format: 'habeas-rules/1',
    notLegalAdvice: true,
    schema: z.toJSONSchema(rulePackSchema),
    packs: RULE_PACKS,
    workedCases: published.cases,
  };
}

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
