import type { RightRuleInput } from '../right-rule.ts';
import type { RulePackInput } from '../rule-pack.ts';
import { CONTACT, CONTRACTING_CONTROLLER, open } from './shared.ts';

const CITATION = 'General privacy policy, "Your rights"';

/** What we do for everybody whom no described law protects: answer within sixty days, because we said so. */
function promised(right: RightRuleInput['right'], notes: string[] = []): RightRuleInput {
  return {
    right,
    standing: 'policy_only',
    response: open('none', CITATION, 'certain'),
    promise: { period: { amount: 60, unit: 'calendar_day' }, citation: CITATION, confidence: 'certain' },
    notes: ['our_policy_not_law', ...notes],
    citation: CITATION,
    confidence: 'certain',
  };
}

/** The rest of the world, served by policy. */
export const rowPolicy: RulePackInput = {
  id: 'row-policy',
  jurisdiction: 'ROW',
  kind: 'policy',
  versions: [
    {
      id: '2018-05-14',
      validFrom: '2018-05-14',
      validTo: null,
      law: {
        name: 'Our privacy policy',
        citation: 'General privacy policy, 14 May 2018',
        confidence: 'certain',
      },
      clock: {
        zone: 'Asia/Hong_Kong',
        start: { event: 'receipt', citation: CITATION, confidence: 'certain' },
        rollover: { moves: 'none', citation: CITATION, confidence: 'certain' },
      },
      rights: [
        promised('access'),
        promised('rectification'),
        promised('erasure', ['reason_when_not_erased']),
        {
          right: 'optout_marketing',
          standing: 'policy_only',
          response: open('without_delay', 'General privacy policy, "Marketing"', 'certain'),
          notes: ['our_policy_not_law'],
          citation: 'General privacy policy, "Marketing"',
          confidence: 'certain',
        },
        {
          right: 'withdraw_consent',
          standing: 'policy_only',
          response: open('without_delay', 'Privacy policy, "Consent"', 'likely'),
          notes: ['our_policy_not_law'],
          citation: 'Privacy policy, "Consent"',
          confidence: 'likely',
        },
      ],
      duties: {
        regulator: {
          name: 'Data protection authority of residence',
          // Every authority that the Assembly has accredited, by country.
          url: 'https://globalprivacyassembly.org/participation-in-the-assembly/list-of-accredited-members/',
          citation: 'General privacy policy',
          confidence: 'unsure',
        },
        controller: CONTRACTING_CONTROLLER,
        contact: CONTACT,
        identity: {
          standard: 'email',
          byRight: { optout_marketing: 'none' },
          citation: 'Privacy policy, "Your rights"',
          confidence: 'certain',
        },
        fees: { rule: 'free', citation: 'General privacy policy', confidence: 'likely' },
        agents: {
          proof: 'not_regulated',
          rights: 'all',
          citation: 'General privacy policy',
          confidence: 'likely',
        },
        ages: { statutory: null, service: 14, citation: 'Privacy policy, "Children"', confidence: 'certain' },
        language: { required: [], citation: 'General privacy policy', confidence: 'likely' },
        refusal: {
          reasons: true,
          namesRegulator: false,
          namesJudicialRemedy: false,
          notes: ['reason_when_not_erased'],
          citation: 'General privacy policy, "Your rights"',
          confidence: 'certain',
        },
        records: { months: null, citation: 'General privacy policy', confidence: 'certain' },
      },
    },
  ],
};
