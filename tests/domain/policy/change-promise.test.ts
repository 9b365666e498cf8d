import { expect, test } from 'vitest';
import { CHANGE_PROMISES, promiseFor, zoneOfCountry } from '#app/domain/policy/change-promise.ts';
import { COUNTRIES } from '#app/domain/rules/places.ts';

const MATERIAL = { material: true };
const SMALL = { material: false };

test('the Philippines wait for consent, but to a material change only', () => {
  expect(promiseFor('PH', MATERIAL)).toMatchObject({ ask: 'consent', confidence: 'certain' });
  expect(promiseFor('PH', SMALL).ask).toBe('notice');
});

test('Thailand is written to, and may reject any change', () => {
  expect(promiseFor('TH', MATERIAL).ask).toBe('rejection');
  expect(promiseFor('TH', SMALL).ask).toBe('rejection');
});

test('Egypt has seven days to object, and our reading of that sentence is marked as unsure', () => {
  expect(promiseFor('EG', MATERIAL)).toMatchObject({ ask: 'objection', days: 7, confidence: 'unsure' });
});

test('everybody else is told, and no number of days is invented for them', () => {
  const others = COUNTRIES.filter((country) => !['PH', 'TH', 'EG'].includes(country));
  for (const country of others)
    expect(promiseFor(country, MATERIAL), country).toMatchObject({
      ask: 'notice',
      days: null,
      jurisdiction: null,
    });
});

test('every promise cites the policy, never a law, and survives as data', () => {
  for (const promise of CHANGE_PROMISES) expect(promise.citation).toMatch(/^Privacy policy, /);
  expect(JSON.parse(JSON.stringify(CHANGE_PROMISES))).toEqual(CHANGE_PROMISES);
});

test('days are counted on the clocks of the territory', () => {
  expect(['PH', 'TH', 'EG', 'DE'].map(zoneOfCountry).slice(0, 3)).toEqual([
    'Asia/Manila',
    'Asia/Bangkok',
    'Africa/Cairo',
  ]);
});
