import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { change } from '#app/services/change.ts';
import { actingAs, type Ctx } from '#app/services/context.ts';
import {
  addClosure,
  readDeskSettings,
  removeClosure,
  removeWorkTarget,
  setWorkTarget,
} from '#app/services/organisation/desk-settings.ts';
import { recomputeDeadlines } from '#app/services/requests/recompute-deadlines.ts';
import { recomputeOpen } from '#app/services/requests/recompute-open.ts';
import { withdrawItems } from '#app/services/requests/withdraw-items.ts';
import { auditEntries, clockEvents, requestItems } from '#db/schema/index.ts';
import { type Desk, openDesk } from '#tests/services/cases/desk.ts';

let desk: Desk;
let worker: Ctx;
beforeAll(async () => {
  desk = await openDesk();
  worker = actingAs(desk.ctx, { kind: 'system', name: 'worker' });
});
afterEach(async () => {
  for (const { id } of (await readDeskSettings(desk.administrator)).closures)
    await removeClosure(desk.administrator, id);
  await recomputeOpen(worker);
});
afterAll(() => desk.base.drop());

const DUE = '2026-12-02';
const closed = { calendar: 'NL', day: DUE, reason: 'A day of mourning' };

async function filed(part = {}) {
  const { items, ...rest } = await desk.file(part);
  return { ...rest, itemId: items[0] ?? '' };
}
const deadlineOf = async (itemId: string) => (await desk.item(itemId)).deadline;
const changesOf = (requestId: string) =>
  desk.ctx.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.requestId, requestId), eq(auditEntries.kind, 'deadline.changed')))
    .orderBy(auditEntries.id);
const waitingJobs = async () =>
  (
    await desk.ctx.db.execute<{ key: string }>(
      sql`select key from graphile_worker.jobs where key = 'recompute_open'`,
    )
  ).length;

describe('a holiday that is added while requests are open', () => {
  it('moves the date of an open one, tells the former date and the reason, and is written to the log', async () => {
    const { itemId, requestId } = await filed();
    expect((await deadlineOf(itemId))?.due).toBe(DUE);
    await addClosure(desk.administrator, closed);
    expect(await recomputeOpen(worker)).toBeGreaterThan(0);
    const deadline = await deadlineOf(itemId);
    expect(deadline).toMatchObject({ due: '2026-12-03', dueNow: '2026-12-03' });
    expect(deadline?.derivation).toContainEqual({
      step: 'derivation.date_moved',
      of: 'clock',
      params: { on: '2026-11-02', before: DUE },
      confidence: 'certain',
    });
    expect(deadline?.derivation.map(({ step }) => step)).toContain('derivation.rolled_closure');
    expect(await changesOf(requestId)).toMatchObject([
      {
        itemId,
        actorKind: 'system',
        data: { dueBefore: DUE, dueAfter: '2026-12-03' },
      },
    ]);
  });

  it('changes nothing when it is computed a second time', async () => {
    const { itemId, requestId } = await filed();
    await addClosure(desk.administrator, closed);
    await recomputeOpen(worker);
    const [once, entries] = [await desk.item(itemId), await desk.ctx.db.$count(auditEntries)];
    expect(await recomputeOpen(worker)).toBe(0);
    expect(await desk.item(itemId)).toEqual(once);
    expect(await desk.ctx.db.$count(auditEntries)).toBe(entries);
    expect(await desk.ctx.db.$count(clockEvents, eq(clockEvents.requestId, requestId))).toBe(2);
  });

  it('is still told when something else moves the date later', async () => {
    const { itemId, requestId } = await filed();
    await addClosure(desk.administrator, closed);
    await recomputeOpen(worker);
    await change(worker, (tx) => recomputeDeadlines(tx, requestId, itemId));
    expect((await deadlineOf(itemId))?.derivation.map(({ step }) => step)).toContain('derivation.date_moved');
  });

  it('leaves a closed item as it was answered, and a place where the calendar does not count', async () => {
    const withdrawn = await filed();
    await withdrawItems(desk.as({ kind: 'subject', requestId: withdrawn.requestId, scope: 'track' }), {
      requestId: withdrawn.requestId,
      ordinals: [0],
    });
    const elsewhere = await filed({ country: 'KR' });
    const before = [await desk.item(withdrawn.itemId), await desk.item(elsewhere.itemId)];
    await addClosure(desk.administrator, closed);
    await recomputeOpen(worker);
    expect([await desk.item(withdrawn.itemId), await desk.item(elsewhere.itemId)]).toEqual(before);
    expect(await changesOf(withdrawn.requestId)).toEqual([]);
  });

  it('moves the date back when it is removed, and says that too', async () => {
    const { itemId, requestId } = await filed();
    await addClosure(desk.administrator, closed);
    await recomputeOpen(worker);
    const [added] = (await readDeskSettings(desk.administrator)).closures;
    await removeClosure(desk.administrator, added?.id ?? '');
    await recomputeOpen(worker);
    const deadline = await deadlineOf(itemId);
    expect(deadline?.due).toBe(DUE);
    const told = deadline?.derivation.filter(({ step }) => step === 'derivation.date_moved');
    expect(told?.map(({ params }) => params.before)).toEqual([DUE, '2026-12-03']);
    expect((await changesOf(requestId)).map(({ data }) => data.dueAfter)).toEqual(['2026-12-03', DUE]);
  });
});

describe('a working target that is changed while requests are open', () => {
  it('moves what work is steered by, and no date that anybody was told', async () => {
    const { itemId, requestId } = await filed({ items: [{ right: 'withdraw_consent', details: {} }] });
    const former = (await deadlineOf(itemId))?.steerBy ?? null;
    const target = { jurisdiction: 'EEA', right: 'withdraw_consent', calendarDays: 3 } as const;
    await setWorkTarget(desk.administrator, target);
    await recomputeOpen(worker);
    const item = await desk.item(itemId);
    expect(item.deadline).toMatchObject({ due: null, steerBy: '2026-11-05' });
    expect(item.steerAt?.toString()).toBe('2026-11-05T23:00:00Z');
    expect(await changesOf(requestId)).toMatchObject([
      { data: { dueBefore: null, dueAfter: null, steerBefore: former, steerAfter: '2026-11-05' } },
    ]);
    await removeWorkTarget(desk.administrator, target);
    await recomputeOpen(worker);
    expect((await deadlineOf(itemId))?.steerBy ?? null).toBe(former);
  });
});

describe('the job that computes anew', () => {
  it('is added once by several changes in a row, in their own transaction', async () => {
    await addClosure(desk.administrator, closed);
    await addClosure(desk.administrator, { ...closed, calendar: 'DE' });
    expect(await waitingJobs()).toBe(1);
  });

  it('is cut off between two requests and goes on where it was', async () => {
    const both = [await filed(), await filed()];
    await addClosure(desk.administrator, closed);
    let asked = 0;
    const stopping = {
      throwIfAborted() {
        asked += 1;
        if (asked === 2) throw new Error('asked to stop');
      },
    } as AbortSignal;
    await expect(recomputeOpen(worker, stopping)).rejects.toThrow('asked to stop');
    await recomputeOpen(worker);
    const ids = both.map(({ itemId }) => itemId);
    const dates = await Promise.all(ids.map(async (id) => (await deadlineOf(id))?.due));
    expect(dates).toEqual(['2026-12-03', '2026-12-03']);
    const entries = await desk.ctx.db
      .select()
      .from(auditEntries)
      .where(and(inArray(auditEntries.itemId, ids), eq(auditEntries.kind, 'deadline.changed')));
    expect(entries).toHaveLength(2);
  });

  it('waits for whoever has a case in hand, so that neither undoes the other', async () => {
    const { itemId, requestId } = await filed();
    await addClosure(desk.administrator, closed);
    let running: Promise<number> | undefined;
    await desk.ctx.db.transaction(async (tx) => {
      await tx.select().from(requestItems).where(eq(requestItems.requestId, requestId)).for('update');
      running = recomputeOpen(worker);
      const first = await Promise.race([running.then(() => 'computed'), sleep(300, 'waiting')]);
      expect(first).toBe('waiting');
    });
    await running;
    expect((await deadlineOf(itemId))?.due).toBe('2026-12-03');
  });

  it('is the worker’s', async () => {
    await expect(recomputeOpen(desk.administrator)).rejects.toMatchObject({ name: 'Forbidden' });
  });
});
