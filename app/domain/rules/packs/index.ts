import type { Jurisdiction } from '../jurisdiction.ts';
import { namesOf } from '../names/index.ts';
import { refusalsOf } from '../refusals/index.ts';
import { type RulePack, type RulePackInput, rulePackSchema } from '../rule-pack.ts';
import { aePdpl } from './ae-pdpl.ts';
import { brLgpd } from './br-lgpd.ts';
import { caPipeda } from './ca-pipeda.ts';
import { caQcLaw25 } from './ca-qc-law25.ts';
import { chDsg } from './ch-dsg.ts';
import { cnPipl } from './cn-pipl.ts';
import { eeaGdpr } from './eea-gdpr.ts';
import { egPdpl } from './eg-pdpl.ts';
import { frLil } from './fr-lil.ts';
import { gbUkgdpr } from './gb-ukgdpr.ts';
import { hkPdpo } from './hk-pdpo.ts';
import { idPdp } from './id-pdp.ts';
import { inDpdp } from './in-dpdp.ts';
import { jpAppi } from './jp-appi.ts';
import { krPipa } from './kr-pipa.ts';
import { moPdpa } from './mo-pdpa.ts';
import { myPdpa } from './my-pdpa.ts';
import { phDpa } from './ph-dpa.ts';
import { rowPolicy } from './row-policy.ts';
import { saPdpl } from './sa-pdpl.ts';
import { sgPdpa } from './sg-pdpa.ts';
import { thPdpa } from './th-pdpa.ts';
import { trKvkk } from './tr-kvkk.ts';
import { usCaCcpa } from './us-ca-ccpa.ts';
import { usCoCpa } from './us-co-cpa.ts';
import { usCtCtdpa } from './us-ct-ctdpa.ts';
import { usTxTdpsa } from './us-tx-tdpsa.ts';
import { usVaVcdpa } from './us-va-vcdpa.ts';
import { vnPdpl } from './vn-pdpl.ts';

const FILES: readonly RulePackInput[] = [
  eeaGdpr,
  chDsg,
  gbUkgdpr,
  frLil,
  krPipa,
  usCaCcpa,
  usVaVcdpa,
  usCoCpa,
  usCtCtdpa,
  usTxTdpsa,
  brLgpd,
  caPipeda,
  caQcLaw25,
  egPdpl,
  inDpdp,
  idPdp,
  jpAppi,
  myPdpa,
  phDpa,
  saPdpl,
  sgPdpa,
  thPdpa,
  trKvkk,
  aePdpl,
  vnPdpl,
  moPdpa,
  hkPdpo,
  cnPipl,
  rowPolicy,
];

/** Every pack, checked by the schema when the module loads: a wrong pack stops the program, with its path. */
export const RULE_PACKS: readonly RulePack[] = FILES.map((pack) => rulePackSchema.parse(withWords(pack)));

/** Joins a pack with the law's words for its rights and its grounds of refusal, which are written beside it. */
function withWords(pack: RulePackInput): RulePackInput {
  const versions = pack.versions.map((version) => ({
    ...version,
    localNames: [...namesOf(pack.id, version.id)],
    refusalGrounds: [...refusalsOf(pack.id, version.id)],
  }));
  return { ...pack, versions };
}

const byJurisdiction = new Map(RULE_PACKS.map((pack) => [pack.jurisdiction, pack]));

/** The pack of a jurisdiction; undefined while it is not built. */
export function findPack(jurisdiction: Jurisdiction): RulePack | undefined {
  return byJurisdiction.get(jurisdiction);
}
