import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, CONTRACTING_CONTROLLER, ERASURE_PROMISE, missing, SERVICE_AGE, within } from './shared.ts';

const response = within(
  45,
  'calendar_day',
  '11 CCR § 7021(b); Cal. Civ. Code § 1798.130(a)(2)(A)',
  'certain',
);
const extension = {
  by: { amount: 45, unit: 'calendar_day' },
  times: 1,
  reasonsRequired: true,
  citation: '11 CCR § 7021(b)',
  confidence: 'certain',
} as const satisfies RightRuleInput['extension'];
const acknowledgement = {
  period: { amount: 10, unit: 'business_day' },
  citation: '11 CCR § 7021(a)',
  confidence: 'likely',
} as const satisfies RightRuleInput['acknowledgement'];

/** A request to know, delete or correct: confirmed in ten business days, answered in forty-five days. */
function verifiable(right: RightRuleInput['right'], citation: string, notes: string[] = []): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response,
    extension,
    acknowledgement,
    notes,
    citation,
    confidence: 'certain',
  };
}

const correction = verifiable('rectification', 'Cal. Civ. Code § 1798.106; 11 CCR § 7023', [
  'statement_of_250_words_on_health_data',
]);
const limit: RightRuleInput = {
  right: 'limit_sensitive',
  standing: 'statutory',
  response: within(15, 'business_day', '11 CCR § 7027(g)', 'likely'),
  notes: ['exempt_purposes_remain'],
  citation: 'Cal. Civ. Code § 1798.121; 11 CCR § 7027(m)',
  confidence: 'likely',
};
const adm: RightRuleInput = {
  right: 'adm',
  standing: 'statutory',
  response: within(15, 'business_day', '11 CCR Art. 11 (ADMT)', 'likely'),
  citation: '11 CCR Art. 11 (ADMT)',
  confidence: 'likely',
};

const settled: RightRuleInput[] = [
  verifiable('access', 'Cal. Civ. Code §§ 1798.100, .110, .115, .130; 11 CCR § 7024', [
    'categories_and_specific_pieces',
    'never_disclose_identifiers',
  ]),
  {
    ...verifiable('erasure', 'Cal. Civ. Code § 1798.105; 11 CCR § 7022', ['cascade_to_service_providers']),
    promise: ERASURE_PROMISE,
  },
  {
    right: 'portability',
    standing: 'statutory',
    response: { ...response, confidence: 'likely' },
    extension,
    citation: 'Cal. Civ. Code § 1798.130(a)(3)(B)(iii)',
    confidence: 'likely',
  },
  {
    right: 'optout_sale',
    standing: 'statutory',
    response: within(15, 'business_day', '11 CCR § 7026(f)', 'likely'),
    notes: ['opt_out_preference_signals', 'no_ask_again_12_months'],
    citation: 'Cal. Civ. Code §§ 1798.120, .135',
    confidence: 'certain',
  },
  {
    right: 'nondiscrimination',
    standing: 'statutory',
    response: { period: { unit: 'none' }, citation: 'Cal. Civ. Code § 1798.125', confidence: 'certain' },
    citation: 'Cal. Civ. Code § 1798.125',
    confidence: 'certain',
  },
  missing('withdraw_consent', 'Cal. Civ. Code §§ 1798.100-.199', 'likely', 'optout_sale'),
  missing('objection', 'Cal. Civ. Code §§ 1798.100-.199', 'certain', 'optout_sale'),
  missing('restriction', 'Cal. Civ. Code § 1798.121', 'certain', 'limit_sensitive'),
];

/** A right that is enacted and waits for its day. */
function waiting(rule: RightRuleInput): RightRuleInput {
  return {
    right: rule.right,
    standing: 'not_in_force',
    citation: rule.citation,
    confidence: rule.confidence,
  };
}

const clock: RulePackInput['versions'][number]['clock'] = {
  zone: 'America/Los_Angeles',
  start: { event: 'receipt', citation: '11 CCR § 7021(b)', confidence: 'certain' },
  rollover: { moves: 'none', citation: '11 CCR § 7021(b)', confidence: 'certain' },
  businessDays: {
    weekend: 'sat_sun',
    calendar: 'US',
    citation: '5 U.S.C. § 6103',
    confidence: 'likely',
  },
};

const lookback12: NonNullable<RulePackInput['versions'][number]['duties']['lookback']> = {
  months: 12,
  citation: 'Cal. Civ. Code § 1798.130(a)(2)(B)',
  confidence: 'certain',
};
const lookbackSince2022 = {
  ...lookback12,
  onRequestSince: '2022-01-01',
  notes: ['longer_unless_disproportionate'],
  citation: '11 CCR § 7024(h)',
};

const duties: RulePackInput['versions'][number]['duties'] = {
  regulator: {
    name: 'California Privacy Protection Agency (CalPrivacy); Attorney General',
    url: 'https://cppa.ca.gov',
    complaintUrl: 'https://cppa.ca.gov/webapplications/complaint',
    citation: 'Cal. Civ. Code §§ 1798.199.10, .199.45',
    confidence: 'likely',
  },
  controller: CONTRACTING_CONTROLLER,
  contact: { ...CONTACT, selfServiceFirst: true },
  identity: {
    standard: 'reasonable',
    byRight: {
      access: 'reasonably_high',
      portability: 'reasonably_high',
      optout_sale: 'none',
      limit_sensitive: 'none',
      nondiscrimination: 'none',
    },
    notes: ['account_login_suffices', 'opt_out_needs_no_verification', 'never_disclose_identifiers'],
    citation: '11 CCR §§ 7060-7062, 7024(d)',
    confidence: 'certain',
  },
  fees: {
    rule: 'free_unless_excessive',
    freeTimesPerYear: 2,
    citation: 'Cal. Civ. Code §§ 1798.130(b), .145(h)(3)',
    confidence: 'certain',
  },
  agents: {
    proof: 'signed_permission',
    rights: 'all',
    mayConfirmWithSubject: true,
    notes: ['not_for_probate_power_of_attorney'],
    citation: '11 CCR § 7063; Prob. Code §§ 4121-4130',
    confidence: 'certain',
  },
  ages: {
    statutory: 16,
    service: SERVICE_AGE,
    notes: ['sale_opt_in_under_16', 'parent_under_13'],
    citation: 'Cal. Civ. Code § 1798.120(c)',
    confidence: 'certain',
  },
  language: {
    required: [],
    notes: ['languages_of_business'],
    citation: '11 CCR § 7003(b)',
    confidence: 'certain',
  },
  refusal: {
    reasons: true,
    namesRegulator: false,
    namesJudicialRemedy: false,
    notes: ['explain_basis'],
    citation: '11 CCR §§ 7022(f), 7024(i)',
    confidence: 'likely',
  },
  records: { months: 24, citation: '11 CCR § 7101', confidence: 'certain' },
  lookback: lookback12,
  accessContents: {
    items: [
      'tell_categories',
      'tell_sources',
      'tell_purposes',
      'tell_third_parties_by_category',
      'tell_specific_pieces',
    ],
    citation: 'Cal. Civ. Code § 1798.110(a)',
    confidence: 'certain',
  },
};

/** California: CCPA, CPRA from 2023, the regulations of 2026, automated decisions from 2027. */
export const usCaCcpa: RulePackInput = {
  id: 'us-ca-ccpa',
  jurisdiction: 'US-CA',
  kind: 'law',
  versions: [
    {
      id: '2020-01-01',
      validFrom: '2020-01-01',
      validTo: '2022-12-31',
      law: {
        name: 'California Consumer Privacy Act (CCPA)',
        citation: 'Cal. Civ. Code §§ 1798.100-.199 (2020)',
        confidence: 'certain',
      },
      clock,
      rights: [...settled, waiting(correction), waiting(limit), waiting(adm)],
      duties,
    },
    {
      id: '2023-01-01',
      validFrom: '2023-01-01',
      validTo: '2025-12-31',
      law: {
        name: 'California Consumer Privacy Act as amended by the CPRA',
        citation: 'Cal. Civ. Code §§ 1798.100-.199; 11 CCR §§ 7000 ff.',
        confidence: 'certain',
      },
      clock,
      rights: [...settled, correction, limit, waiting(adm)],
      duties,
    },
    {
      id: '2026-01-01',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      law: {
        name: 'California Consumer Privacy Act as amended by the CPRA',
        citation: '11 CCR §§ 7000 ff. as amended 2026-01-01',
        confidence: 'certain',
      },
      clock,
      rights: [...settled, correction, limit, waiting(adm)],
      duties: { ...duties, lookback: lookbackSince2022 },
    },
    {
      id: '2027-01-01',
      validFrom: '2027-01-01',
      validTo: null,
      law: {
        name: 'California Consumer Privacy Act as amended by the CPRA',
        citation: '11 CCR Art. 11',
        confidence: 'likely',
      },
      clock,
      rights: [...settled, correction, limit, adm],
      duties: { ...duties, lookback: lookbackSince2022 },
    },
  ],
};
