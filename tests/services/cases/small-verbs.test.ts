import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNote } from '#app/services/cases/add-note.ts';
import { askQuestion } from '#app/services/cases/ask-question.ts';
import { moveReview } from '#app/services/cases/move-review.ts';
import { openFile } from '#app/services/cases/open-file.ts';
import { readCase } from '#app/services/cases/read-case.ts';
import { recordAnswer } from '#app/services/cases/record-answer.ts';
import { refusalDraft } from '#app/services/cases/refusal-draft.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { attachments, clockEvents, outboxMails } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

async function atWork(locale = 'en') {
  const filed = await desk.file({ locale });
  await verifyIdentityByHand(desk.officer, {
    reference: filed.reference,
    method: 'attribute_matching',
    compared: ['name', 'phone'],
    reason: 'Both agree with the account record.',
    proven: [],
  });
  return { ...filed, itemId: filed.items[0] ?? '' };
}

describe('the small verbs of the desk', () => {
  it.each(OUTSIDERS)('are not for %s', async (_name, actor) => {
    const ctx = desk.as(actor);
    const reference = 'HB-0000-0000';
    const itemId = randomUUID();
    expect(() => addNote(ctx, { reference, note: 'note' })).toThrow('staff_role_required');
    expect(() => recordAnswer(ctx, { reference, answer: 'yes' })).toThrow('staff_role_required');
    expect(() => moveReview(ctx, { reference, itemId, event: 'review_started' })).toThrow(
      'staff_role_required',
    );
    await expect(refusalDraft(ctx, { reference, itemId })).rejects.toThrow('staff_role_required');
  });

  it('keep a note among staff: no mail leaves', async () => {
    const { reference, requestId } = await atWork();
    const before = await desk.ctx.db.$count(outboxMails, eq(outboxMails.requestId, requestId));
    await addNote(desk.officer, { reference, note: 'Called back, nobody there.' });
    expect((await readCase(desk.auditor, reference)).messages).toMatchObject([
      { kind: 'note', body: 'Called back, nobody there.', author: 'officer-one' },
    ]);
    expect(await desk.ctx.db.$count(outboxMails, eq(outboxMails.requestId, requestId))).toBe(before);
  });

  it('record an answer that came by telephone, and let the item go on', async () => {
    const { reference, requestId, itemId } = await atWork();
    await expect(recordAnswer(desk.officer, { reference, answer: 'The first one.' })).rejects.toMatchObject({
      code: 'no_question_open',
    });
    await askQuestion(desk.officer, { reference, itemIds: [itemId], question: 'Which of the two accounts?' });
    await recordAnswer(desk.officer, { reference, answer: 'The first one, by telephone.' });
    expect((await desk.item(itemId)).status).toBe('in-progress');
    const events = await desk.ctx.db.select().from(clockEvents).where(eq(clockEvents.requestId, requestId));
    expect(events.map(({ kind }) => kind)).toContain('clarification_received');
  });

  it('hand an item to review and back, and to review only from work', async () => {
    const { reference, itemId } = await atWork();
    const move = (event: 'review_started' | 'returned_to_work') =>
      moveReview(desk.officer, { reference, itemId, event });
    await expect(move('returned_to_work')).rejects.toMatchObject({ code: 'event_refused' });
    await move('review_started');
    expect((await desk.item(itemId)).status).toBe('in-review');
    await move('returned_to_work');
    expect((await desk.item(itemId)).status).toBe('in-progress');
  });

  it('prefill a refusal from the law, with the remedy in the language of the subject', async () => {
    const { reference, itemId } = await atWork('ko');
    const draft = await refusalDraft(desk.officer, { reference, itemId });
    expect(draft.regulator?.name).toBe('Autoriteit Persoonsgegevens');
    expect(draft.remedy).toContain('GDPR 제77조');
    expect(draft.grounds.map(({ ground }) => ground)).toContain('rights_of_others');
  });
});

describe('a file that the subject gave', () => {
  async function attach(requestId: string) {
    await desk.ctx.storage.write('attachment/one', Readable.from([Buffer.from('passport')]));
    const [row] = await desk.ctx.db
      .insert(attachments)
      .values({
        requestId,
        purpose: 'identity',
        storageKey: 'attachment/one',
        nameSealed: desk.ctx.vault.seal('여권.pdf', 'attachments.name'),
        mediaType: 'application/pdf',
        bytes: 8,
        uploadedBy: 'subject',
        createdAt: desk.clock.now(),
      })
      .returning();
    return row?.id ?? '';
  }

  it('is opened by staff under its own name, an auditor included, and by nobody else', async () => {
    const { reference, requestId } = await desk.file();
    const fileId = await attach(requestId);
    const opened = await openFile(desk.auditor, { reference, fileId });
    expect([opened.name, opened.bytes]).toEqual(['여권.pdf', 8]);
    const { timeline } = await readCase(desk.officer, reference);
    expect(timeline.filter(({ kind }) => kind === 'attachment.opened')).toMatchObject([
      { actorId: 'auditor-one', data: { attachment: fileId } },
    ]);
    const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
    await expect(openFile(subject, { reference, fileId })).rejects.toThrow('staff_role_required');
  });

  it('is not found under the reference of another request, nor once it was purged', async () => {
    const { reference, requestId } = await desk.file();
    const other = await desk.file();
    const fileId = await attach(requestId);
    await expect(openFile(desk.officer, { reference: other.reference, fileId })).rejects.toMatchObject({
      name: 'NotFound',
    });
    await desk.ctx.db
      .update(attachments)
      .set({ purgedAt: desk.clock.now() })
      .where(eq(attachments.id, fileId));
    await expect(openFile(desk.officer, { reference, fileId })).rejects.toMatchObject({ name: 'NotFound' });
  });
});
