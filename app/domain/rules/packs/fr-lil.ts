import type { RulePackInput } from '../rule-pack.ts';
import { eeaGdpr } from './eea-gdpr.ts';
import { CONTACT, EUROPEAN_CONTROLLER, NO_RECORD_PERIOD, open } from './shared.ts';

type Version = RulePackInput['versions'][number];
const gdpr = eeaGdpr.versions[0] as Version;

/** What French law adds to the GDPR: instructions on what happens to one's data after death. */
function version(id: string, validTo: string | null, article: string): Version {
  return {
    id,
    validFrom: id,
    validTo,
    law: {
      name: 'Loi 78-17 Informatique et Libertés, with the GDPR',
      citation: `LIL ${article}`,
      confidence: 'certain',
    },
    clock: gdpr.clock,
    rights: [
      {
        right: 'post_mortem',
        standing: 'statutory',
        response: open('none', `LIL ${article}`, 'certain'),
        notes: [
          'general_or_specific_directives',
          'directives_revocable',
          'executor_else_heirs',
          'heirs_estate_only',
        ],
        citation: `LIL ${article}`,
        confidence: 'certain',
      },
    ],
    duties: {
      ...gdpr.duties,
      regulator: {
        name: 'CNIL',
        url: 'https://www.cnil.fr',
        complaintUrl: 'https://www.cnil.fr/fr/plaintes',
        phone: '+33 1 53 73 22 22',
        citation: 'LIL art. 8',
        confidence: 'likely',
      },
      controller: EUROPEAN_CONTROLLER,
      contact: { ...CONTACT, officer: 'data_protection_officer' },
      identity: {
        standard: 'email',
        byRight: { optout_marketing: 'none', post_mortem: 'reasonable' },
        notes: ['identity_only_on_reasonable_doubt', 'proof_of_death_and_standing'],
        citation: 'GDPR Art. 12(6); LIL art. 85',
        confidence: 'certain',
      },
      agents: {
        proof: 'mandate',
        rights: 'all',
        notes: ['executor_else_heirs'],
        citation: 'LIL art. 85',
        confidence: 'certain',
      },
      ages: { statutory: 15, service: 14, citation: 'LIL art. 45', confidence: 'certain' },
      language: { required: ['fr'], citation: 'Loi 94-665 (Toubon)', confidence: 'likely' },
      records: NO_RECORD_PERIOD,
    },
  };
}

/** France: everything of the EEA pack, and directives for after death. */
export const frLil: RulePackInput = {
  id: 'fr-lil',
  jurisdiction: 'FR',
  kind: 'law',
  extends: 'EEA',
  versions: [version('2018-05-25', '2019-05-31', 'art. 40-1'), version('2019-06-01', null, 'art. 84-86')],
};
