import { randomUUID } from 'node:crypto';
import type { Filing } from '#app/services/requests/file-request.ts';

/** A filing as the portal hands it over; a plain Dutch access request unless said otherwise. */
export function aFiling(part: Partial<Filing> = {}): Filing {
  return {
    submissionKey: randomUUID(),
    locale: 'en',
    country: 'NL',
    region: null,
    filedFor: 'self',
    representative: null,
    name: 'Ada Example',
    email: `${randomUUID()}@example.org`,
    accountId: null,
    items: [{ right: 'access', details: {} }],
    ...part,
  };
}
