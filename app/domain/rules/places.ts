/** Countries and territories of ISO 3166-1 (alpha-2), as a residence can be given; names come from `Intl`. */
export const COUNTRIES: readonly string[] =
  `AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA
RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR
TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/);

/**
 * Parts of countries whose residents have a law of their own, by ISO 3166-2; their names stand under `regions` in
 * `portal.json`. Hong Kong, Macau and Taiwan have country codes and are not asked for twice.
 */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  US: list(
    'US',
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY',
  ),
  CA: list('CA', 'AB BC MB NB NL NT NS NU ON PE QC SK YT'),
  GB: list('GB', 'ENG NIR SCT WLS'),
};

function list(country: string, parts: string): readonly string[] {
  return parts.split(' ').map((part) => `${country}-${part}`);
}

/** The parts of a country to choose from; empty where the country alone decides. */
export function regionsOf(country: string): readonly string[] {
  return REGIONS[country] ?? [];
}

/** Whether a country alone does not say which law governs. */
export function needsRegion(country: string): boolean {
  return regionsOf(country).length > 0;
}
