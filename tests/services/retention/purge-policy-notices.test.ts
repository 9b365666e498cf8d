import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerChange, openAnswer } from '#app/services/policy/answer-change.ts';
import { readFigures } from '#app/services/policy/read-figures.ts';
import { purgePolicyNotices } from '#app/services/retention/purge-policy-notices.ts';
import { auditEntries } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from '../cases/desk.ts';
import { letMailsLeave, mailTo, noticesOf, publish, system, tell } from '../policy/world.ts';

let desk: Desk;
const MARIA = { email: 'maria@example.org', country: 'PH' };
const JOSE = { email: 'jose@example.org', country: 'PH' };
const ANNA = { email: 'anna@example.org', country: 'NL' };

beforeAll(async () => {
  desk = await openDesk('2027-01-10T09:00:00Z');
  await publish(desk);
  await tell(desk.ctx, '2027-03', [MARIA, JOSE, ANNA]);
  await letMailsLeave(desk.ctx);
  await answer(MARIA, 'accepted');
  await answer(JOSE, 'rejected');
});
afterAll(() => desk.base.drop());

async function answer({ email }: { email: string }, word: 'accepted' | 'rejected'): Promise<void> {
  const { answerKey } = await mailTo(desk.ctx, email);
  const token = await openAnswer(desk.ctx, { key: answerKey ?? '', network: '10.0.0.1' });
  await answerChange(desk.ctx, { token, answer: word });
}

const purge = () => purgePolicyNotices(system(desk.ctx));
const addresses = async () =>
  (await noticesOf(desk.ctx))
    .flatMap(({ emailSealed }) => emailSealed ?? [])
    .map((sealed) => desk.ctx.vault.open(sealed, 'policy_notices.email'))
    .toSorted();

test.each(OUTSIDERS.slice(0, 3))('is not for %s', async (_, actor) => {
  await expect(purgePolicyNotices(desk.as(actor))).rejects.toThrow(/system_only/);
});

test('the addresses of the version in force stay, however old it grows', async () => {
  desk.clock.set('2037-01-01T00:00:00Z');
  expect(await purge()).toBe(0);
  desk.clock.set('2027-06-01T00:00:00Z');
});

test('they leave when a later version has been in force for 24 months, not a day before', async () => {
  await publish(desk, { name: '2028-01', effectiveFrom: '2028-01-01' });
  desk.clock.set('2029-12-31T23:59:59Z');
  expect(await purge()).toBe(0);
  desk.clock.set('2030-01-01T00:00:00Z');
  expect(await purge()).toBe(2);
  expect(await addresses()).toEqual([MARIA.email]);
  expect(await purge()).toBe(0);
});

test('a consent that processing rests on stays until the same person has accepted a later version', async () => {
  await tell(desk.ctx, '2028-01', [MARIA]);
  await letMailsLeave(desk.ctx);
  await answer(MARIA, 'rejected');
  expect(await purge()).toBe(0);
  await answer(MARIA, 'accepted');
  expect(await purge()).toBe(1);
  // The later notice is of the version in force.
  expect(await addresses()).toEqual([MARIA.email]);
});

test('the figures stand without the addresses, and the log says how many left', async () => {
  expect((await readFigures(desk.officer, '2027-03')).total).toBe(3);
  const purged = (await desk.ctx.db.select().from(auditEntries)).filter(
    ({ kind }) => kind === 'policy.purged',
  );
  expect(purged.map(({ data }) => data)).toEqual([{ notices: 2 }, { notices: 1 }]);
});
