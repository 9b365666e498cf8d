import { afterAll, beforeAll, expect, test } from 'vitest';
import { toldDetails } from '#app/domain/requests/receiver-choice.ts';
import { questionsFor } from '#app/domain/requests/right-details.ts';
import { offeredReceivers, receiverOfDraft } from '#app/services/transfers/offered-receivers.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';
import { configure, SOUTHWIND } from './transfer-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await configure(desk.as({ kind: 'system', name: 'test' }), SOUTHWIND, {
    ...SOUTHWIND,
    id: 'eastwind',
    name: 'Eastwind Hosting BV',
  });
});
afterAll(() => desk.base.drop());

const at = (country: string) => ({ country, region: null });
const draft = (country: string, receiver: string) => ({
  residence: at(country),
  rights: ['portability' as const],
  details: { portability: { scope: 'everything', receiver } },
});

test('receivers are offered by name, for portability, where the law gives direct transmission', async () => {
  const keys = async (...given: [string, 'portability' | 'access']) =>
    (await offeredReceivers(desk.ctx, at(given[0]), given[1])).map(({ key }) => key);
  expect(await keys('NL', 'portability')).toEqual(['eastwind', 'southwind']);
  expect(await keys('CH', 'portability')).toEqual(['eastwind', 'southwind']);
  expect(await keys('NL', 'access')).toEqual([]);
  expect(await keys('KR', 'portability')).toEqual([]);
  expect(await keys('PE', 'portability')).toEqual([]);
});

test('what everybody may know of a receiver holds neither its endpoint nor its secret', async () => {
  const told = JSON.stringify(await offeredReceivers(desk.ctx, at('NL'), 'portability'));
  expect(told).toContain('Southwind Cloud SAS');
  expect(told).not.toMatch(/https|a-secret-of-the-configuration/);
});

test('a draft’s choice is looked up anew: it can be gone, and under another law it is', async () => {
  expect(await receiverOfDraft(desk.ctx, draft('NL', 'southwind'))).toMatchObject({ territory: 'FR' });
  expect(await receiverOfDraft(desk.ctx, draft('NL', 'westwind'))).toBe('gone');
  expect(await receiverOfDraft(desk.ctx, draft('KR', 'southwind'))).toBe('gone');
  expect(await receiverOfDraft(desk.ctx, draft('NL', 'none'))).toBeNull();
  expect(await receiverOfDraft(desk.ctx, { ...draft('NL', 'southwind'), rights: ['access'] })).toBeNull();
});

test('the choice is asked for only where there is one, and the name of another only when that was chosen', () => {
  const names = (...receivers: string[]) =>
    questionsFor('portability', 'EEA', receivers).fields.map(({ name, needed }) => [name, needed]);
  expect(names()).toEqual(expect.arrayContaining([['transferTo', undefined]]));
  expect(names().map(([name]) => name)).not.toContain('receiver');
  expect(names('southwind')).toEqual(
    expect.arrayContaining([
      ['receiver', true],
      ['transferTo', { when: 'receiver', is: 'other' }],
    ]),
  );
});

test('a name typed beside a choice counts for nothing', () => {
  const typed = { scope: 'everything', transferTo: 'Westwind' };
  expect(toldDetails({ ...typed, receiver: 'southwind' }, true)).toEqual({ scope: 'everything' });
  expect(toldDetails({ ...typed, receiver: 'none' }, false)).toEqual({ scope: 'everything' });
  expect(toldDetails({ ...typed, receiver: 'other' }, false)).toEqual(typed);
  expect(toldDetails(typed, false)).toEqual(typed);
});
