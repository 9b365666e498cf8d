import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { type Territory, territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { territoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { rightsHead } from '#app/web/rights-head.server.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');
const SITE = 'https://desk.example';

function headOf(code: string, { lang, on }: { lang?: string; on?: string } = {}) {
  const query = new URLSearchParams({ ...(on && { on }), ...(lang && { _lang: lang }) });
  return rightsHead({
    request: new Request(`${SITE}/rights/${code}?${query}`),
    publicUrl: SITE,
    locale: lang ?? 'en',
    organisation: 'Northwind Cloud',
    title: 'The Netherlands: data rights',
    description: 'The rights of people who ordinarily live here.',
    address: on ? `${SITE}/rights/${code}?on=${on}` : `${SITE}/rights/${code}`,
    view: territoryView(territoryOf(code) as Territory, NOW, CALENDARS, on),
  }) as Record<string, string>[];
}

const linkTo = (head: Record<string, string>[], rel: string) => head.find((tag) => tag.rel === rel)?.href;
const linkedData = (head: Record<string, string>[]) => head.find((tag) => tag['script:ld+json']) as never;

test('the page has one address, and the same page in every language has its own', () => {
  const head = headOf('nl', { on: '2026-01-31' });
  expect(linkTo(head, 'canonical')).toBe(`${SITE}/rights/nl?on=2026-01-31`);
  const alternates = head
    .filter((tag) => tag.rel === 'alternate' && tag.hrefLang)
    .map((tag) => [tag.hrefLang, tag.href]);
  expect(alternates).toContainEqual(['ko', `${SITE}/rights/nl?on=2026-01-31&_lang=ko`]);
  expect(alternates).toContainEqual(['x-default', `${SITE}/rights/nl?on=2026-01-31`]);
  expect(alternates).toHaveLength(4);
});

test('a page that was asked for in a language is quoted in it', () => {
  expect(linkTo(headOf('nl', { lang: 'ar' }), 'canonical')).toBe(`${SITE}/rights/nl?_lang=ar`);
  expect(linkTo(headOf('nl', { lang: 'xx' }), 'canonical')).toBe(`${SITE}/rights/nl`);
});

test('machines are told which laws the page is about, from when, and whether they are in force', () => {
  expect(linkedData(headOf('fr'))).toMatchObject({
    'script:ld+json': {
      '@type': 'WebPage',
      about: [
        { '@type': 'Legislation', temporalCoverage: '2019-06-01/..' },
        { legislationIdentifier: expect.any(String), legislationLegalForce: 'https://schema.org/InForce' },
      ],
      isBasedOn: [`${SITE}/rights/fr.json`, `${SITE}/rights/eea.json`],
    },
  });
  expect(linkedData(headOf('in', { on: '2027-06-01' }))).toMatchObject({
    'script:ld+json': { about: [{ legislationLegalForce: 'https://schema.org/NotInForce' }] },
  });
});

test('our own policy is no legislation', () => {
  const [data] = [linkedData(headOf('au'))] as { 'script:ld+json': Record<string, unknown> }[];
  expect(data?.['script:ld+json']).not.toHaveProperty('about');
});
