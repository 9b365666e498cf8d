import { describe, expect, it } from 'vitest';
import type { FilingAnswers } from '#app/domain/requests/filing-answers.ts';
import { filingPages, missingBefore, pageAfter, pageBefore } from '#app/domain/requests/filing-path.ts';

const empty: FilingAnswers = { submissionKey: 'a-key-of-a-test-form', version: 0 };
const full: FilingAnswers = {
  ...empty,
  residence: { country: 'NL', region: null },
  relation: 'own',
  filedFor: 'self',
  rights: ['access', 'erasure'],
  details: { access: {}, erasure: {} },
  contact: { name: 'N', email: 'n@example.org', accountId: '' },
};

describe('the pages of a filing', () => {
  it('ask for a part of the country only where it decides the law', () => {
    const paths = (country: string) =>
      filingPages({ ...empty, residence: { country, region: null } }).map(({ path }) => path);
    expect(paths('US')).toContain('/request/region');
    expect(paths('NL')).not.toContain('/request/region');
  });

  it('ask who the person is only when somebody else is asked for', () => {
    const steps = (filedFor: FilingAnswers['filedFor']) =>
      filingPages({ ...full, filedFor }).map(({ step }) => step);
    expect(steps('child')).toContain('on-behalf');
    expect(steps('self')).not.toContain('on-behalf');
  });

  it('hold one page per chosen right, in the order of choice', () => {
    const details = filingPages(full).filter(({ step }) => step === 'details');
    expect(details.map(({ path }) => path)).toEqual(['/request/details/access', '/request/details/erasure']);
  });
});

describe('going through the pages', () => {
  it('sends a reader who is ahead to the first open question', () => {
    expect(missingBefore(empty, '/request/check')).toBe('/request/residence');
    expect(missingBefore({ ...full, contact: undefined }, '/request/check')).toBe('/request/contact');
    expect(missingBefore(full, '/request/check')).toBeNull();
  });

  it('sends a reader of a page that is not theirs to where they belong', () => {
    expect(missingBefore(full, '/request/details/portability')).toBe('/request/check');
  });

  it('shows the rights after every change of residence, and comes back to the check from any other page', () => {
    expect(pageAfter(full, '/request/residence')).toBe('/request/rights');
    expect(pageAfter(full, '/request/contact')).toBe('/request/check');
    expect(pageAfter({ ...full, rights: ['access', 'portability'] }, '/request/choose')).toBe(
      '/request/details/portability',
    );
  });

  it('wants the part of the country before the rights', () => {
    const moved = { ...full, residence: { country: 'US', region: null } };
    expect(pageAfter(moved, '/request/residence')).toBe('/request/region');
  });

  it('goes back page by page, and from the first to the start', () => {
    expect(pageBefore(full, '/request/contact')).toBe('/request/details/erasure');
    expect(pageBefore(full, '/request/residence')).toBe('/');
  });

  it('does not lead somebody who asked about a business’s data any further', () => {
    expect(missingBefore({ ...full, relation: 'customer' }, '/request/check')).toBe('/request/relation');
  });
});
