import { z } from 'zod';
import { RULE_PACKS } from './packs/index.ts';
import { rulePackSchema } from './rule-pack.ts';
import published from './worked-cases.json' with { type: 'json' };

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
