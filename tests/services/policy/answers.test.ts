import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerState } from '#app/domain/policy/answer-state.ts';
import type { PolicyAnswer } from '#app/domain/policy/policy-answer.ts';
import { answerChange, openAnswer, readChangeToAnswer } from '#app/services/policy/answer-change.ts';
import { exportLog } from '#app/services/policy/export-log.ts';
import { listDissent } from '#app/services/policy/list-dissent.ts';
import { readFigures } from '#app/services/policy/read-figures.ts';
import { recordAnswer } from '#app/services/policy/record-answer.ts';
import { recordMeasure } from '#app/services/policy/record-measure.ts';
import { auditEntries, outboxMails, policyAnswers } from '#db/schema/index.ts';
import { allOf } from '#tests/support/all-of.ts';
import { type Desk, OUTSIDERS, openDesk } from '../cases/desk.ts';
import { letMailsLeave, mailTo, publish, tell } from './world.ts';

const NETWORK = '10.0.0.1';
const MARIA = { email: 'maria@example.org', country: 'PH' };
const SOMCHAI = { email: 'somchai@example.org', country: 'TH' };
const MONA = { email: 'mona@example.org', country: 'EG' };
const ANNA = { email: 'anna@example.org', country: 'NL' };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk('2027-01-10T09:00:00Z');
  await publish(desk);
  await tell(desk.ctx, '2027-03', [MARIA, SOMCHAI, MONA, ANNA]);
  await letMailsLeave(desk.ctx);
});
afterEach(() => desk.base.drop());

async function open(person: { email: string }): Promise<string> {
  const { answerKey } = await mailTo(desk.ctx, person.email);
  const token = await openAnswer(desk.ctx, { key: answerKey ?? '', network: NETWORK });
  if (!token) throw new Error(`${person.email}: the key opens nothing`);
  return token;
}
const stateOf = async (token: string) => (await readChangeToAnswer(desk.ctx, token, 'en')).state;
const answersOnRecord = async () =>
  (await desk.ctx.db.select().from(policyAnswers)).map(({ answer }) => answer);

describe('answering', () => {
  test('the key opens the page and answers nothing, however it is typed', async () => {
    const { answerKey = '' } = await mailTo(desk.ctx, MARIA.email);
    const typed = ` ${answerKey?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    expect(await openAnswer(desk.ctx, { key: typed, network: NETWORK })).not.toBeNull();
    expect(await answersOnRecord()).toEqual([]);
  });

  test('a wrong key opens nothing, nor does another cookie', async () => {
    expect(await openAnswer(desk.ctx, { key: '0000-0000-0000-0000', network: NETWORK })).toBeNull();
    expect(await openAnswer(desk.ctx, { key: '', network: NETWORK })).toBeNull();
    await expect(readChangeToAnswer(desk.ctx, 'made-up', 'en')).rejects.toThrow(/answer_not_opened/);
    await expect(answerChange(desk.ctx, { token: null, answer: 'accepted' })).rejects.toThrow(
      /answer_not_opened/,
    );
  });

  test('guessing is counted per network', async () => {
    const guess = () => openAnswer(desk.ctx, { key: '0000-0000-0000-0000', network: '10.9.9.9' });
    for (let tries = 0; tries < 100; tries++) await guess();
    await expect(guess()).rejects.toThrow(/rate_limited/);
  });

  test('shows what the territory is promised, and the last day in Cairo once the mail has left', async () => {
    const view = await readChangeToAnswer(desk.ctx, await open(MONA), 'ar');
    expect(view).toMatchObject({
      country: 'EG',
      promise: { ask: 'objection', days: 7, confidence: 'unsure' },
      objectBy: '2027-01-17',
      state: 'not_answered',
      offered: ['accepted', 'objected'],
      version: { text: { summary: 'تُحفظ بيانات السجلات 60 يومًا.' } },
    });
  });

  test('can be changed until the change counts, and the log keeps both answers', async () => {
    const token = await open(MARIA);
    await answerChange(desk.ctx, { token, answer: 'rejected' });
    await answerChange(desk.ctx, { token, answer: 'accepted' });
    expect(await stateOf(token)).toBe('accepted');
    expect(await answersOnRecord()).toEqual(['rejected', 'accepted']);
    desk.clock.set('2027-03-01T00:00:00Z');
    const later = await open(MARIA);
    await expect(answerChange(desk.ctx, { token: later, answer: 'rejected' })).rejects.toThrow(
      /answer_closed/,
    );
  });

  test('the same answer sent twice is one', async () => {
    const token = await open(SOMCHAI);
    await Promise.all([1, 2, 3].map(() => answerChange(desk.ctx, { token, answer: 'rejected' })));
    expect(await answersOnRecord()).toEqual(['rejected']);
  });

  test('with what the territory is not offered is refused', async () => {
    await expect(answerChange(desk.ctx, { token: await open(MONA), answer: 'rejected' })).rejects.toThrow(
      /answer_closed/,
    );
  });

  test('an objection after its last day is kept as late', async () => {
    desk.clock.set('2027-01-17T22:00:00Z');
    const token = await open(MONA);
    await answerChange(desk.ctx, { token, answer: 'objected' });
    expect(await stateOf(token)).toBe('objected_late');
  });

  test('leaves an entry in the log with ids and words only', async () => {
    await answerChange(desk.ctx, { token: await open(MARIA), answer: 'accepted' });
    const entries = await desk.ctx.db.select().from(auditEntries);
    expect(entries.at(-1)).toMatchObject({
      kind: 'policy.answered',
      actorKind: 'anonymous',
      data: { answer: 'accepted', late: false, channel: 'page' },
    });
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  test('cannot be rewritten by the application: the database refuses it', async () => {
    await answerChange(desk.ctx, { token: await open(MARIA), answer: 'rejected' });
    const { sql } = desk.base.app;
    await expect(sql`update policy_answers set answer = 'accepted'`).rejects.toMatchObject({ code: '42501' });
    await expect(sql`delete from policy_answers`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an answer by letter', () => {
  const letter = {
    version: '2027-03',
    email: MONA.email,
    answer: 'objected',
    channel: 'letter',
    receivedOn: '2027-01-17',
  } as const;

  test.each(OUTSIDERS)('is not for %s to put on record', async (_, actor) => {
    await expect(recordAnswer(desk.as(actor), letter)).rejects.toThrow(/staff_role_required/);
  });

  test('counts from the day on which it came, not from the day on which it was typed in', async () => {
    desk.clock.set('2027-01-20T09:00:00Z');
    await recordAnswer(desk.officer, letter);
    expect(await stateOf(await open(MONA))).toBe('objected');
    const [row] = await desk.ctx.db.select().from(policyAnswers);
    expect(row).toMatchObject({ channel: 'letter', recordedBy: 'officer-one', late: false });
  });

  test('of somebody who was not told, from before the notice or from tomorrow is refused at its field', async () => {
    desk.clock.set('2027-01-20T09:00:00Z');
    const refused = (more: object) =>
      recordAnswer(desk.officer, { ...letter, ...more }).catch(({ details }) => details.issues);
    expect(await refused({ email: 'nobody@example.org' })).toEqual([{ path: 'email', code: 'not_told' }]);
    expect(await refused({ receivedOn: '2027-01-09' })).toEqual([
      { path: 'receivedOn', code: 'before_notice' },
    ]);
    expect(await refused({ receivedOn: '2027-01-21' })).toEqual([
      { path: 'receivedOn', code: 'date_in_future' },
    ]);
  });

  test('does not replace what the same person answered on a later day', async () => {
    desk.clock.set('2027-01-20T09:00:00Z');
    await answerChange(desk.ctx, { token: await open(MARIA), answer: 'rejected' });
    const consent = { ...letter, email: MARIA.email, answer: 'accepted' } as const;
    await expect(recordAnswer(desk.officer, { ...consent, receivedOn: '2027-01-19' })).rejects.toMatchObject({
      details: { issues: [{ path: 'receivedOn', code: 'before_answer' }] },
    });
    expect(await stateOf(await open(MARIA))).toBe('rejected');
    await recordAnswer(desk.officer, { ...consent, receivedOn: '2027-01-20' });
    expect(await stateOf(await open(MARIA))).toBe('accepted');
  });

  test('shows that an objection which stands as late had come in time', async () => {
    desk.clock.set('2027-01-20T09:00:00Z');
    const token = await open(MONA);
    await answerChange(desk.ctx, { token, answer: 'objected' });
    expect(await stateOf(token)).toBe('objected_late');
    await recordAnswer(desk.officer, letter);
    expect(await stateOf(token)).toBe('objected');
    await recordAnswer(desk.officer, letter);
    expect(await answersOnRecord()).toEqual(['objected', 'objected']);
  });
});

describe('the desk', () => {
  test('counts by country, those who are asked first, and tells silence from answers', async () => {
    await answerChange(desk.ctx, { token: await open(MARIA), answer: 'accepted' });
    desk.clock.set('2027-03-02T00:00:00Z');
    const figures = await readFigures(desk.auditor, '2027-03');
    expect(figures).toMatchObject({ total: 4, waiting: 0, undelivered: 0 });
    expect(Object.fromEntries(figures.countries.map(({ country, states }) => [country, states]))).toEqual({
      PH: { accepted: 1 },
      TH: { lapsed: 1 },
      EG: { lapsed: 1 },
      NL: { told: 1 },
    });
    expect(figures.countries.at(-1)?.country).toBe('NL');
  });

  test('counts whom no mail has reached', async () => {
    await tell(desk.ctx, '2027-03', [
      { email: 'a@example.org', country: 'PH' },
      { email: 'b@example.org', country: 'PH' },
    ]);
    const waiting = (await desk.ctx.db.select().from(outboxMails)).find(({ sentAt }) => sentAt === null);
    await desk.base.owner.sql`update outbox_mails set gave_up_at = now() where id = ${waiting?.id ?? ''}`;
    expect(await readFigures(desk.officer, '2027-03')).toMatchObject({ waiting: 1, undelivered: 1 });
  });

  test('lists who said no until an officer recorded what was done, and again after another answer', async () => {
    const token = await open(SOMCHAI);
    await answerChange(desk.ctx, { token, answer: 'rejected' });
    const list = (handled: boolean) => listDissent(desk.officer, { version: '2027-03', handled, page: 1 });
    const [row] = (await list(false)).rows;
    expect(row).toMatchObject({ email: SOMCHAI.email, country: 'TH', answer: 'rejected', measure: null });
    const done = { answerId: row?.answerId ?? '', measure: 'kept_under_former_policy' } as const;
    await recordMeasure(desk.officer, done);
    expect(await list(false)).toMatchObject({ rows: [], open: 0, handled: 1 });
    expect((await list(true)).rows[0]?.measure).toMatchObject({ by: 'officer-one' });
    await expect(recordMeasure(desk.colleague, done)).rejects.toThrow(/answer_handled/);

    await answerChange(desk.ctx, { token, answer: 'accepted' });
    expect(await list(true)).toMatchObject({ rows: [], open: 0, handled: 0 });
    await answerChange(desk.ctx, { token, answer: 'rejected' });
    expect(await list(false)).toMatchObject({ open: 1, handled: 0 });
  });

  test.each(OUTSIDERS)('takes no measure from %s', async (_, actor) => {
    const measure = { answerId: '00000000-0000-4000-8000-000000000000', measure: 'nothing_to_do' } as const;
    expect(() => recordMeasure(desk.as(actor), measure)).toThrow(/staff_role_required/);
  });

  test.each(OUTSIDERS.filter(([name]) => name !== 'an auditor'))(
    'shows no figures to %s',
    async (_, actor) => {
      await expect(readFigures(desk.as(actor), '2027-03')).rejects.toThrow(/staff_role_required/);
    },
  );
});

describe('the exported log', () => {
  test('is one JSON document with every answer, and the audit log says who took it along', async () => {
    const token = await open(MARIA);
    await answerChange(desk.ctx, { token, answer: 'rejected' });
    await answerChange(desk.ctx, { token, answer: 'accepted' });
    const log = JSON.parse((await allOf(await exportLog(desk.auditor, '2027-03'))).join(''));
    expect(log).toMatchObject({ format: 'habeas-policy-log/1', version: '2027-03', material: true });
    expect(log.notices).toHaveLength(4);
    expect(log.notices.find((one: { country: string }) => one.country === 'PH')).toEqual({
      email: MARIA.email,
      country: 'PH',
      locale: 'en',
      promise: { ask: 'consent', citation: expect.any(String), confidence: 'certain' },
      noticeSentAt: '2027-01-10T09:00:00Z',
      undelivered: false,
      state: 'accepted',
      effect: 'not_yet',
      answers: ['rejected', 'accepted'].map((answer) => ({
        answer,
        late: false,
        channel: 'page',
        at: '2027-01-10T09:00:00Z',
      })),
    });
    const entries = await desk.ctx.db.select().from(auditEntries);
    expect(entries.at(-1)).toMatchObject({
      kind: 'policy.exported',
      actorId: 'auditor-one',
      data: { notices: 4 },
    });
  });

  test('reads page after page without leaving anybody out', async () => {
    const list = Array.from({ length: 2300 }, (_, n) => ({ email: `p${n}@example.org`, country: 'DE' }));
    await tell(desk.ctx, '2027-03', list);
    const log = JSON.parse((await allOf(await exportLog(desk.administrator, '2027-03'))).join(''));
    expect(new Set(log.notices.map(({ email }: { email: string }) => email)).size).toBe(2304);
  });

  test.each([
    ...OUTSIDERS.filter(([name]) => name !== 'an auditor'),
    ['an officer', { kind: 'officer', personId: 'officer-one', role: 'officer' }],
  ] as const)('is refused to %s', async (_, actor) => {
    await expect(exportLog(desk.as(actor), '2027-03')).rejects.toThrow(/staff_role_required/);
  });
});

test('the figures of the desk are the states of its people, whoever was told and answered when', async () => {
  const moment = fc.integer({ min: Date.UTC(2027, 0, 11), max: Date.UTC(2027, 3, 1) });
  const person = fc.record({
    country: fc.constantFrom('PH', 'TH', 'EG', 'NL'),
    sent: fc.option(moment),
    answer: fc.option(fc.constantFrom('accepted', 'rejected', 'objected') as fc.Arbitrary<PolicyAnswer>),
    late: fc.boolean(),
  });
  const { sql } = desk.base.owner;
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 12 }),
      moment,
      fc.uuid(),
      async (people, at, run) => {
        const name = run.slice(0, 30);
        await publish(desk, { name });
        await tell(
          desk.ctx,
          name,
          people.map(({ country }, n) => ({ email: `${n}@example.org`, country })),
        );
        const rows = await sql<{ id: string; mail_id: string; country: string }[]>`
        select n.* from policy_notices n join policy_versions v on v.id = n.version_id where v.name = ${name}`;
        const now = Temporal.Instant.fromEpochMilliseconds(at);
        const expected: Record<string, number> = {};
        for (const [n, { country, sent, answer, late }] of people.entries()) {
          const row = rows.findIndex((one) => one.country === country);
          const [notice] = rows.splice(row, 1);
          if (!notice) throw new Error(`no notice of ${n}`);
          const sentAt = sent === null ? null : Temporal.Instant.fromEpochMilliseconds(sent);
          const tardy = late && answer === 'objected';
          if (sentAt)
            await sql`update outbox_mails set sent_at = ${sentAt.toString()} where id = ${notice.mail_id}`;
          if (answer)
            await sql`insert into policy_answers (notice_id, answer, late, channel, at)
            values (${notice.id}, ${answer}, ${tardy}, 'page', now())`;
          const change = { material: true, effectiveFrom: Temporal.PlainDate.from('2027-03-01') };
          const state = answerState(
            { change, country, noticeSentAt: sentAt, answer: answer && { answer, late: tardy } },
            now,
          );
          expected[`${country} ${state}`] = (expected[`${country} ${state}`] ?? 0) + 1;
        }
        desk.clock.set(now);
        const { countries } = await readFigures(desk.officer, name);
        desk.clock.set('2027-01-10T09:00:00Z');
        const counted = countries.flatMap(({ country, states }) =>
          Object.entries(states).map(([state, count]) => [`${country} ${state}`, count]),
        );
        expect(Object.fromEntries(counted)).toEqual(expected);
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
