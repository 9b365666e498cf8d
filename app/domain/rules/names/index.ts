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
import type { LawNames } from './named.ts';
import { phDpa } from './ph-dpa.ts';
import { saPdpl } from './sa-pdpl.ts';
import { sgPdpa } from './sg-pdpa.ts';
import { thPdpa } from './th-pdpa.ts';
import { trKvkk } from './tr-kvkk.ts';
import { usCaCcpa } from './us-ca-ccpa.ts';
import { usCoCpa } from './us-co-cpa.ts';
import { vnPdpl } from './vn-pdpl.ts';

/** The words of the laws for their rights, by the id of the pack. A law without words of its own has no entry. */
const NAMES: Readonly<Record<string, LawNames>> = {
  'ae-pdpl': aePdpl,
  'br-lgpd': brLgpd,
  'ca-pipeda': caPipeda,
  'ca-qc-law25': caQcLaw25,
  'ch-dsg': chDsg,
  'cn-pipl': cnPipl,
  'eea-gdpr': eeaGdpr,
  'eg-pdpl': egPdpl,
  'fr-lil': frLil,
  'gb-ukgdpr': gbUkgdpr,
  'hk-pdpo': hkPdpo,
  'id-pdp': idPdp,
  'in-dpdp': inDpdp,
  'jp-appi': jpAppi,
  'kr-pipa': krPipa,
  'mo-pdpa': moPdpa,
  'my-pdpa': myPdpa,
  'ph-dpa': phDpa,
  'sa-pdpl': saPdpl,
  'sg-pdpa': sgPdpa,
  'th-pdpa': thPdpa,
  'tr-kvkk': trKvkk,
  'us-ca-ccpa': usCaCcpa,
  'us-co-cpa': usCoCpa,
  'vn-pdpl': vnPdpl,
};

/** The words of a pack in the version that begins on a day; empty where none were found. */
export function namesOf(pack: string, version: string): LawNames[number]['names'] {
  return NAMES[pack]?.findLast(({ from }) => from <= version)?.names ?? [];
}
