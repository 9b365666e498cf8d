import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordMinor } from '#app/services/cases/record-minor.ts';
import { auditEntries, messages } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

const finding = (reference: string) => ({
  reference,
  measure: 'investigation' as const,
  note: 'The profile states an age of eleven.',
});

it.each(OUTSIDERS)('data of a minor is not recorded by %s', async (_name, actor) => {
  const { reference } = await desk.file();
  expect(() => recordMinor(desk.as(actor), finding(reference))).toThrow('staff_role_required');
});

it('data of a minor that was found is noted inside, logged without words, and stops nothing', async () => {
  const { reference, requestId, items } = await desk.file();
  const before = (await desk.item(items[0] ?? '')).status;
  await recordMinor(desk.officer, finding(reference));
  const said = await desk.ctx.db.select().from(messages).where(eq(messages.requestId, requestId));
  expect(said.map(({ kind }) => kind)).toEqual(['note']);
  const log = await desk.ctx.db.select().from(auditEntries).where(eq(auditEntries.requestId, requestId));
  expect(log.find(({ kind }) => kind === 'minor.discovered')?.data).toEqual({ measure: 'investigation' });
  expect((await desk.item(items[0] ?? '')).status).toBe(before);
});
