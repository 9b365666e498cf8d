import type { Jurisdiction } from '../jurisdiction.ts';
import { type RulePack, type RulePackInput, rulePackSchema } from '../rule-pack.ts';
import { eeaGdpr } from './eea-gdpr.ts';
import { krPipa } from './kr-pipa.ts';
import { rowPolicy } from './row-policy.ts';
import { sgPdpa } from './sg-pdpa.ts';
import { usCaCcpa } from './us-ca-ccpa.ts';

const FILES: readonly RulePackInput[] = [eeaGdpr, krPipa, rowPolicy, sgPdpa, usCaCcpa];

/** Every pack, checked by the schema when the module loads: a wrong pack stops the program, with its path. */
export const RULE_PACKS: readonly RulePack[] = FILES.map((pack) => rulePackSchema.parse(pack));

const byJurisdiction = new Map(RULE_PACKS.map((pack) => [pack.jurisdiction, pack]));

/** The pack of a jurisdiction; undefined while it is not built. */
export function findPack(jurisdiction: Jurisdiction): RulePack | undefined {
  return byJurisdiction.get(jurisdiction);
}
