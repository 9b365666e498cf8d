import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignRequest } from '#app/services/cases/assign-request.ts';
import { listQueue, QUEUE_PAGE } from '#app/services/cases/list-queue.ts';
import { queueFigures } from '#app/services/cases/queue-figures.ts';
import { people } from '#db/schema/index.ts';
import { type Desk, OFFICER, openDesk } from './desk.ts';

let desk: Desk;
let korean: string;
let dutch: string;
let elsewhere: string;
beforeAll(async () => {
  desk = await openDesk('2026-11-02T09:00:00Z');
  dutch = (await desk.file({ email: 'anna@example.org' })).reference;
  korean = (await desk.file({ country: 'KR', name: '김 민아', accountId: 'NW-7', locale: 'ko' })).reference;
  // The law of the Emirates sets no time for an answer.
  elsewhere = (await desk.file({ country: 'AE' })).reference;
});
afterAll(() => desk.base.drop());

const references = async (query: Parameters<typeof listQueue>[1] = {}) =>
  (await listQueue(desk.officer, query)).rows.map(({ reference }) => reference);

describe('the queue', () => {
  it('is read by officer, administrator and auditor, and by nobody else', async () => {
    for (const ctx of [desk.officer, desk.administrator, desk.auditor])
      expect((await listQueue(ctx)).total).toBe(3);
    await expect(listQueue(desk.ctx)).rejects.toThrow('staff_role_required');
    const subject = desk.as({ kind: 'subject', requestId: '', scope: 'track' });
    await expect(listQueue(subject)).rejects.toThrow('staff_role_required');
    await expect(queueFigures(subject)).rejects.toThrow('staff_role_required');
  });

  it('puts the earliest date first and what has no date last', async () => {
    expect(await references()).toEqual([korean, dutch, elsewhere]);
  });

  it('says why: whose date it is, how many days are left, and what the request waits for', async () => {
    const [first] = (await listQueue(desk.officer)).rows;
    expect(first).toMatchObject({
      late: false,
      why: { right: 'access', source: 'law', steerBy: '2026-11-12', days: 10, waitsFor: 'identity' },
    });
  });

  it('finds by reference, address, name and account, exactly and however they are written', async () => {
    expect(await references({ search: dutch.toLowerCase().replaceAll('-', ' ') })).toEqual([dutch]);
    expect(await references({ search: ' ANNA@Example.org ' })).toEqual([dutch]);
    expect(await references({ search: '김  민아' })).toEqual([korean]);
    expect(await references({ search: 'nw-7' })).toEqual([korean]);
    expect(await references({ search: 'anna' })).toEqual([]);
  });

  it('filters by law, right, state and person', async () => {
    expect(await references({ jurisdiction: 'KR' })).toEqual([korean]);
    expect(await references({ right: 'erasure' })).toEqual([]);
    expect(await references({ state: 'identity' })).toHaveLength(3);
    expect(await references({ state: 'in-progress' })).toEqual([]);
    await assignRequest(desk.officer, { reference: dutch, to: OFFICER });
    expect(await references({ mine: true })).toEqual([dutch]);
    expect((await listQueue(desk.colleague, { mine: true })).total).toBe(0);
  });

  it('marks what is late, and counts it', async () => {
    desk.clock.set('2026-11-13T00:00:00+09:00');
    expect(await references({ state: 'late' })).toEqual([korean]);
    expect((await queueFigures(desk.officer)).late).toBe(1);
    desk.clock.set('2026-11-12T23:59:59+09:00');
    expect(await references({ state: 'late' })).toEqual([]);
    const figures = await queueFigures(desk.auditor);
    expect(figures).toMatchObject({
      open: 3,
      late: 0,
      dueThisWeek: 1,
      awaitingIdentity: 3,
      rights: [{ right: 'access', items: 3 }],
    });
    expect(figures.weeks.map(({ requests }) => requests)).toEqual([0, 1, 0, 1, 0, 0, 0]);
    desk.clock.set('2026-11-02T09:00:00Z');
  });

  it('comes in pages', async () => {
    for (let i = 0; i < QUEUE_PAGE; i++) await desk.file({ country: 'DE' });
    const second = await listQueue(desk.officer, { page: 2 });
    expect([second.total, second.pages, second.rows.length]).toEqual([QUEUE_PAGE + 3, 2, 3]);
  });

  it('is assigned to people who fulfil requests only', async () => {
    const to = (person: string | null) => assignRequest(desk.officer, { reference: dutch, to: person });
    await expect(to('auditor-one')).rejects.toMatchObject({ code: 'not_a_fulfiller' });
    await desk.ctx.db.update(people).set({ disabled: true }).where(eq(people.id, 'officer-two'));
    await expect(to('officer-two')).rejects.toMatchObject({ code: 'not_a_fulfiller' });
    await expect(to(null)).resolves.toBeUndefined();
    expect(() => assignRequest(desk.auditor, { reference: dutch, to: null })).toThrow('staff_role_required');
  });
});
