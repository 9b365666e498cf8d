import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '#app/services/cases/read-case.ts';
import { readCaseTimeline } from '#app/services/requests/read-case-timeline.ts';
import { auditEntries } from '#db/schema/index.ts';
import { type Desk, OFFICER, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

/** Who opened a case, in order. */
async function openings(requestId: string): Promise<(string | null)[]> {
  const rows = await desk.ctx.db
    .select({ who: auditEntries.actorId })
    .from(auditEntries)
    .where(and(eq(auditEntries.requestId, requestId), eq(auditEntries.kind, 'case.opened')))
    .orderBy(auditEntries.id);
  return rows.map(({ who }) => who);
}

/** Moves the clock of the desk. */
const later = (minutes: number) => desk.clock.set(desk.clock.now().add({ minutes }));

describe('opening a case', () => {
  it('is written to the log, and shown on the very page that it speaks of', async () => {
    const { reference, requestId } = await desk.file();
    const { timeline } = await readCase(desk.officer, reference);
    expect(timeline.at(-1)).toMatchObject({ kind: 'case.opened', actorKind: 'officer', actorId: OFFICER });
    expect(await openings(requestId)).toEqual([OFFICER]);
  });

  it('is one entry for a quarter of an hour, and another after it', async () => {
    const { reference, requestId } = await desk.file();
    await readCase(desk.officer, reference);
    later(14);
    await readCase(desk.officer, reference);
    expect(await openings(requestId)).toHaveLength(1);
    later(1);
    await readCase(desk.officer, reference);
    expect(await openings(requestId)).toHaveLength(2);
  });

  it('is one entry also when two windows open at the same moment', async () => {
    const { reference, requestId } = await desk.file();
    await Promise.all(Array.from({ length: 4 }, () => readCase(desk.officer, reference)));
    expect(await openings(requestId)).toEqual([OFFICER]);
  });

  it('counts each person and each case for themselves, auditors too', async () => {
    const [one, two] = [await desk.file(), await desk.file()];
    await readCase(desk.officer, one.reference);
    await readCase(desk.auditor, one.reference);
    await readCase(desk.officer, two.reference);
    expect(await openings(one.requestId)).toEqual([OFFICER, 'auditor-one']);
    expect(await openings(two.requestId)).toEqual([OFFICER]);
  });

  it('leaves nothing when the case is refused, and is no part of what the subject is told', async () => {
    const { reference, requestId } = await desk.file();
    const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
    await expect(readCase(subject, reference)).rejects.toThrow('staff_role_required');
    expect(await openings(requestId)).toEqual([]);
    const before = await readCaseTimeline(desk.ctx, requestId);
    await readCase(desk.officer, reference);
    expect(await readCaseTimeline(desk.ctx, requestId)).toEqual(before);
  });
});
