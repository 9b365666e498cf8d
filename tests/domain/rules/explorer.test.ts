import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { CALENDARS } from '#app/domain/rules/calendars/index.ts';
import { compareJurisdictions } from '#app/domain/rules/explorer/compare-jurisdictions.ts';
import { COMPARED_RIGHTS } from '#app/domain/rules/explorer/compared-rights.ts';
import { partsWithOwnLaw, type Territory, territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import { territoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { JURISDICTIONS } from '#app/domain/rules/jurisdiction.ts';
import { COUNTRIES, regionsOf } from '#app/domain/rules/places.ts';
import { findPublication } from '#app/services/rights/published-packs.ts';

const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

test('every jurisdiction, country and region has an address, and nothing else has', () => {
  for (const code of [...JURISDICTIONS, ...COUNTRIES, ...COUNTRIES.flatMap(regionsOf)]) {
    expect(territoryOf(code.toLowerCase())?.code, code).toBe(code.toLowerCase());
  }
  for (const code of ['xx', 'us-zz', 'de-by', 'eea-nl', '', 'nl.json', '../nl', '__proto__', 'constructor']) {
    expect(territoryOf(code), code).toBeUndefined();
  }
});

test.each([
  ['nl', 'EEA'],
  ['fr', 'FR'],
  ['re', 'FR'],
  ['us-ca', 'US-CA'],
  ['us-ny', 'ROW'],
  ['us', 'ROW'],
  ['ca-on', 'CA'],
  ['ca-qc', 'CA-QC'],
  ['gb-sct', 'GB'],
  ['hk', 'HK'],
  ['tw', 'ROW'],
  ['row', 'ROW'],
])('%s is shown under the law of %s', (code, jurisdiction) => {
  expect(territoryOf(code)?.jurisdiction).toBe(jurisdiction);
});

test('a country names its parts that have a law of their own, and only those', () => {
  const parts = (code: string) => partsWithOwnLaw(territoryOf(code) as Territory).map((part) => part.code);
  expect(parts('us')).toEqual(['us-ca', 'us-co', 'us-ct', 'us-tx', 'us-va']);
  expect(parts('ca')).toEqual(['ca-qc']);
  for (const code of ['gb', 'nl', 'us-ca', 'eea']) expect(parts(code), code).toEqual([]);
});

test('the comparison holds every jurisdiction once, the quickest number first, open words after numbers', () => {
  for (const right of COMPARED_RIGHTS) {
    const rows = compareJurisdictions(right, NOW, CALENDARS);
    expect(rows.map(({ jurisdiction }) => jurisdiction).sort()).toEqual([...JURISDICTIONS].sort());
    const days = rows.map((row) => row.days ?? Number.POSITIVE_INFINITY);
    expect(days).toEqual([...days].sort((a, b) => a - b));
    for (const row of rows.filter((one) => one.days !== null)) expect(row.standing).toBe('statutory');
  }
});

test('the bars are as long as the law says', () => {
  const access = compareJurisdictions('access', NOW, CALENDARS);
  const lengths = (id: string) => access.find(({ jurisdiction }) => jurisdiction === id);
  expect(lengths('US-CA')).toMatchObject({ days: 45, extendedDays: 90 });
  expect(lengths('EEA')).toMatchObject({ days: 30, extendedDays: 92 });
  expect(lengths('ID')).toMatchObject({ days: 3, extendedDays: null });
  expect(lengths('JP')).toMatchObject({ days: null, extendedDays: null });
});

test('a territory publishes the pack that it is served by; an unknown name publishes nothing', () => {
  expect(findPublication('nl')).toMatchObject({ id: 'eea-gdpr' });
  expect(findPublication('ca-qc')).toMatchObject({ id: 'ca-qc-law25', extends: 'CA' });
  expect((findPublication('vectors') as { cases: unknown[] }).cases.length).toBeGreaterThan(20);
  for (const name of ['xx', 'constructor', 'toString']) expect(() => findPublication(name), name).toThrow();
});

test('rights that are answered alike stand together, and the way to their dates names every source', () => {
  const view = territoryView(territoryOf('ph') as Territory, NOW, CALENDARS);
  expect(view.examples.map(({ rights }) => rights.length)).toEqual([8, 1]);
  const [together] = view.examples;
  const sources = together?.deadline.derivation.map(({ citation }) => citation).join(' ');
  for (const section of ['DPA s. 16(c)', 'DPA s. 16(d)', 'DPA s. 18']) expect(sources).toContain(section);
  expect(together?.deadline.confidence).toBe('likely');
});
