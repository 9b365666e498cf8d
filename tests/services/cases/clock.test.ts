import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askQuestion } from '#app/services/cases/ask-question.ts';
import { extendResponse, previewExtension } from '#app/services/cases/extend-response.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { clockEvents, messages, outboxMails } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from './desk.ts';

const RECEIVED = '2026-11-02T09:00:00Z';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(RECEIVED);
});
beforeEach(() => desk.clock.set(RECEIVED));
afterAll(() => desk.base.drop());

async function atWork(filing: Partial<Filing> = {}) {
  const filed = await desk.file(filing);
  await verifyIdentityByHand(desk.officer, {
    reference: filed.reference,
    method: 'attribute_matching',
    compared: ['name', 'phone'],
    reason: 'Both agree with the account record.',
    proven: [],
  });
  return { ...filed, itemId: filed.items[0] ?? '' };
}

const reasons = 'You asked in nine requests at once; we need to search archives.';
async function extend({ reference, itemId }: { reference: string; itemId: string }) {
  const input = { reference, itemId, reasons, until: null };
  await extendResponse(desk.officer, input, await previewExtension(desk.officer, input));
}

describe('an extension', () => {
  it.each(OUTSIDERS)('is not for %s', (_name, actor) => {
    const input = { reference: 'HB-0000-0000', itemId: randomUUID(), reasons, until: null };
    expect(() => extendResponse(desk.as(actor), input, '')).toThrow('staff_role_required');
    expect(() => previewExtension(desk.as(actor), input)).toThrow('staff_role_required');
  });

  it('gives the GDPR two months more and leaves the status as it is', async () => {
    const found = await atWork();
    expect((await desk.item(found.itemId)).deadline?.due).toBe('2026-12-02');
    await extend(found);
    const item = await desk.item(found.itemId);
    expect([item.status, item.extensions, item.deadline?.dueNow]).toEqual(['in-progress', 1, '2027-02-02']);
  });

  it('gives California 45 days more', async () => {
    const found = await atWork({ country: 'US', region: 'US-CA' });
    await extend(found);
    expect((await desk.item(found.itemId)).deadline?.dueNow).toBe('2027-01-31');
  });

  it('tells step by step, each with its source, how the law comes to the new date', async () => {
    const told = async (filing: Partial<Filing>) => {
      const { reference, itemId } = await atWork(filing);
      const notice = await previewExtension(desk.officer, { reference, itemId, reasons, until: null });
      return notice.split('\n').filter((line) => /^\d\. /.test(line));
    };
    const gdpr = await told({ locale: 'en' });
    expect(gdpr[0]).toMatch(/^1\. Received on Monday, 2 November 2026.*\[Reg\. 1182\/71 Art\. 3\(1\)\]$/);
    expect(gdpr.at(-1)).toMatch(/^\d\. .*Tuesday, 2 February 2027.*\[GDPR Art\. 12\(3\)\]$/);
    expect(gdpr.join('\n')).not.toContain('2 December 2026');
    const california = await told({ locale: 'ko', country: 'US', region: 'US-CA' });
    expect(california[0]).toContain('2026년 11월 2일');
    expect(california.at(-1)).toContain('2027년 1월 31일');
  });

  it('is sent in the language of the subject, kept as it was sent, and names law, dates and reasons', async () => {
    const found = await atWork({ locale: 'ar' });
    await extend(found);
    const [kept] = await desk.ctx.db.select().from(messages).where(eq(messages.requestId, found.requestId));
    const text = desk.ctx.vault.open(kept?.bodySealed ?? '', 'messages.body');
    expect(kept).toMatchObject({ kind: 'extension', locale: 'ar' });
    for (const part of [found.reference, 'GDPR Art. 12(3)', reasons, 'نحتاج إلى مزيد من الوقت'])
      expect(text).toContain(part);
    const mails = await desk.ctx.db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.requestId, found.requestId));
    const mail = mails.find(({ kind }) => kind === 'extension');
    expect(JSON.parse(desk.ctx.vault.open(mail?.paramsSealed ?? '', 'outbox_mails.params'))).toEqual({
      notice: text,
    });
  });

  it('is lawful in the last minute and refused in the next one', async () => {
    const early = await atWork();
    const late = await atWork();
    desk.clock.set('2026-12-02T22:59:00Z');
    await extend(early);
    expect((await desk.item(early.itemId)).extensions).toBe(1);
    desk.clock.set('2026-12-02T23:00:00Z');
    await expect(extend(late)).rejects.toMatchObject({
      code: 'extension_not_lawful',
      details: { reason: 'too_late', noticeBy: '2026-12-02' },
    });
    expect(await desk.ctx.db.$count(messages, eq(messages.requestId, late.requestId))).toBe(0);
  });

  it('is refused a second time where the law gives one', async () => {
    const found = await atWork();
    await extend(found);
    await expect(extend(found)).rejects.toMatchObject({
      code: 'extension_not_lawful',
      details: { reason: 'not_provided' },
    });
  });

  it('is refused where no law gives it', async () => {
    const found = await atWork({ country: 'ZW' });
    await expect(extend(found)).rejects.toMatchObject({ code: 'extension_not_lawful' });
  });

  it('is not sent in other words than those that were previewed', async () => {
    const found = await atWork();
    const input = { reference: found.reference, itemId: found.itemId, reasons, until: null };
    await expect(extendResponse(desk.officer, input, 'other words')).rejects.toMatchObject({
      code: 'notice_changed',
    });
    expect((await desk.item(found.itemId)).extensions).toBe(0);
  });
});

describe('a question to the subject', () => {
  const question = 'Which of your two accounts is the request about?';

  it.each(OUTSIDERS)('is not for %s to ask', (_name, actor) => {
    const input = { reference: 'HB-0000-0000', itemIds: [randomUUID()], question };
    expect(() => askQuestion(desk.as(actor), input)).toThrow('staff_role_required');
  });

  it('lets the item wait, is kept, mailed, and noted on the clock', async () => {
    const found = await atWork();
    await askQuestion(desk.officer, { reference: found.reference, itemIds: [found.itemId], question });
    expect((await desk.item(found.itemId)).status).toBe('awaiting-clarification');
    const events = await desk.ctx.db
      .select()
      .from(clockEvents)
      .where(eq(clockEvents.requestId, found.requestId));
    expect(events.map(({ kind }) => kind)).toContain('clarification_requested');
    const mails = await desk.ctx.db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.requestId, found.requestId));
    expect(mails.map(({ kind }) => kind)).toContain('clarification');
  });

  it('moves no date in California, where the law knows no pause', async () => {
    const found = await atWork({ country: 'US', region: 'US-CA' });
    const before = (await desk.item(found.itemId)).deadline?.due;
    desk.clock.set('2026-11-05T09:00:00Z');
    await askQuestion(desk.officer, { reference: found.reference, itemIds: [found.itemId], question });
    const after = (await desk.item(found.itemId)).deadline;
    expect([after?.due, after?.clock.state]).toEqual([before, 'running']);
  });

  it('waits for the answer to the one before', async () => {
    const found = await atWork({
      items: [
        { right: 'access', details: {} },
        { right: 'rectification', details: {} },
      ],
    });
    const ask = (itemId: string | undefined) =>
      askQuestion(desk.officer, { reference: found.reference, itemIds: [itemId ?? ''], question });
    await ask(found.items[0]);
    await expect(ask(found.items[1])).rejects.toMatchObject({ code: 'question_open' });
  });

  it('is refused before the identity is verified, by the table of transitions', async () => {
    const { reference, items } = await desk.file();
    const asked = askQuestion(desk.officer, { reference, itemIds: items, question });
    await expect(asked).rejects.toMatchObject({ code: 'event_refused', details: { code: 'wrong_status' } });
  });
});
