import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { ERASURE_PROMISE, open, POLICY_DUTIES } from './shared.ts';

function advised(
  right: RightRuleInput['right'],
  citation: string,
  confidence: RightRuleInput['confidence'],
  notes: string[] = [],
): RightRuleInput {
  return {
    right,
    standing: 'statutory',
    response: open('none', citation, confidence),
    guidance: {
      period: { amount: 30, unit: 'business_day' },
      citation: 'NPC Advisory 2021-01',
      confidence: 'likely',
    },
    notes,
    citation,
    confidence,
  };
}

const conditions: RightRuleInput['conditions'] = {
  items: [
    'incomplete_outdated_false_or_unlawfully_obtained',
    'used_for_unauthorised_purpose',
    'no_longer_necessary',
    'consent_withdrawn_no_other_basis',
    'prejudicial_private_information',
    'unlawfully_processed',
    'rights_violated',
  ],
  citation: 'IRR s. 34(e)(1)',
  confidence: 'likely',
};

/** Philippines: no number in the Act; the Commission advises thirty working days. */
export const phDpa: RulePackInput = {
  id: 'ph-dpa',
  jurisdiction: 'PH',
  kind: 'law',
  versions: [
    {
      id: '2021-01-29',
      validFrom: '2021-01-29',
      validTo: null,
      law: {
        name: 'Data Privacy Act of 2012 (RA 10173) and its IRR',
        citation: 'NPC Advisory 2021-01',
        confidence: 'likely',
      },
      clock: {
        zone: 'Asia/Manila',
        start: { event: 'receipt', citation: 'NPC Advisory 2021-01', confidence: 'likely' },
        rollover: { moves: 'none', citation: 'NPC Advisory 2021-01', confidence: 'likely' },
        businessDays: {
          weekend: 'sat_sun',
          calendar: 'PH',
          citation: 'NPC Advisory 2021-01; proclaimed holidays',
          confidence: 'likely',
        },
      },
      rights: [
        advised('access', 'DPA s. 16(c)', 'likely', ['philippines_access_items']),
        advised('rectification', 'DPA s. 16(d)', 'likely', [
          'immediately_unless_vexatious',
          'both_versions_accessible',
          'tell_recipients_on_request',
        ]),
        {
          ...advised('erasure', 'DPA s. 16(e); IRR s. 34(e)', 'likely', ['substantial_proof_of_ground']),
          promise: ERASURE_PROMISE,
          conditions,
        },
        advised('objection', 'IRR s. 34(b)', 'likely', ['objection_exceptions']),
        {
          ...advised('restriction', 'DPA s. 16(e)', 'likely', ['blocking', 'substantial_proof_of_ground']),
          conditions,
        },
        advised('portability', 'DPA s. 18', 'likely'),
        advised('information', 'DPA s. 16(a)-(b)', 'likely'),
        advised('post_mortem', 'DPA s. 17', 'certain', ['heirs_and_assigns']),
        advised('adm', 'IRR s. 34', 'likely'),
      ],
      duties: {
        ...POLICY_DUTIES,
        regulator: {
          name: 'National Privacy Commission',
          url: 'https://privacy.gov.ph',
          citation: 'DPA s. 7',
          confidence: 'likely',
        },
        identity: {
          standard: 'email',
          notes: ['identity_reasonable_method'],
          citation: 'NPC Advisory 2021-01',
          confidence: 'likely',
        },
        fees: {
          rule: 'free',
          notes: ['reasonable_fee_for_copies'],
          citation: 'NPC Advisory 2021-01',
          confidence: 'likely',
        },
        agents: {
          proof: 'mandate',
          rights: 'all',
          notes: ['heirs_and_assigns'],
          citation: 'DPA s. 17; NPC Advisory 2021-01',
          confidence: 'likely',
        },
        ages: { statutory: 18, service: 18, citation: 'RA 6809', confidence: 'likely' },
        language: { required: [], notes: ['plain_language'], citation: 'IRR s. 34(a)', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: true,
          namesJudicialRemedy: false,
          citation: 'NPC Advisory 2021-01',
          confidence: 'likely',
        },
        accessContents: {
          items: [
            'tell_contents',
            'tell_sources',
            'tell_recipients_names_addresses',
            'tell_manner',
            'tell_disclosure_reasons',
            'tell_automated_decisions',
            'tell_last_accessed_modified',
            'tell_controller_identity',
          ],
          citation: 'DPA s. 16(c)',
          confidence: 'certain',
        },
      },
      notes: ['policy_changes_by_consent'],
    },
  ],
};
