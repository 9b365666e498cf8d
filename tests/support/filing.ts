import type { Filing } from '#app/services/requests/file-request.ts';

let filings = 0;

/** A filing as the pages hand it over: somebody in the Netherlands who asks for access; override what matters. */
export function aFiling(changes: Partial<Filing> = {}): Filing {
  filings += 1;
  return {
    submissionKey: `a-submission-key-of-a-test-${filings}`,
    locale: 'en',
    country: 'NL',
    region: null,
    filedFor: 'self',
    representative: null,
    name: 'Noor Voorbeeld',
    email: `noor.${filings}@example.org`,
    accountId: null,
    items: [{ right: 'access', details: { about: 'Everything about my account' } }],
    ...changes,
  };
}
