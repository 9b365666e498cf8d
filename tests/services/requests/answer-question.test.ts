import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '#app/services/change.ts';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { answerQuestion } from '#app/services/requests/answer-question.ts';
import { moveItems } from '#app/services/requests/move-item.ts';
import type { UploadedFile } from '#app/services/requests/store-attachments.ts';
import { attachments, messages } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = '192.0.2.0/24';
const file = (name: string, content: string | Uint8Array): UploadedFile => ({
  name,
  bytes: Buffer.from(content),
});
const PDF = file('letter.pdf', '%PDF-1.7 ...');

/** A request whose officer waits for an answer. */
async function asked() {
  const filed = await side.file();
  const { requestId, subject } = filed;
  await confirmAddress(subject, { requestId, code: (await side.code(requestId, 'verify')) ?? '', network });
  const officer = side.as({ kind: 'officer', personId: 'o', role: 'officer' });
  const items = await side.items(requestId);
  await change(officer, (tx) => moveItems(officer, tx, items, 'clarification_requested'));
  return { ...filed, input: { requestId, body: 'Both accounts.', locale: 'en', network } };
}

const filesOf = (requestId: string) =>
  side.ctx.db.select().from(attachments).where(eq(attachments.requestId, requestId));

describe('answering a question', () => {
  it('lets the item go on and keeps words and file sealed', async () => {
    const { requestId, subject, input } = await asked();
    await answerQuestion(subject, input, [file('../../etc/pass\u202Eword.pdf', '%PDF-1.7 ...')]);
    expect((await side.items(requestId)).map(({ status }) => status)).toEqual(['in-progress']);
    const [message] = await side.ctx.db.select().from(messages).where(eq(messages.requestId, requestId));
    expect(message?.bodySealed).not.toContain('accounts');
    expect(side.ctx.vault.open(message?.bodySealed ?? '', 'messages.body')).toBe('Both accounts.');
    const [kept] = await filesOf(requestId);
    expect(kept).toMatchObject({ mediaType: 'application/pdf', messageId: message?.id, purpose: 'answer' });
    expect(kept?.storageKey).toMatch(/^attachment\/[0-9a-f-]{36}$/);
    expect(side.ctx.vault.open(kept?.nameSealed ?? '', 'attachments.name')).toBe('password.pdf');
    expect(await side.ctx.storage.exists(kept?.storageKey ?? '')).toBe(true);
  });

  it('is taken once: a second click and a stale page are refused, and leave no file behind', async () => {
    const { requestId, subject, input } = await asked();
    await answerQuestion(subject, input, [PDF]);
    const again = answerQuestion(subject, input, [PDF]);
    await expect(again).rejects.toMatchObject({ name: 'Conflict', code: 'nothing_to_answer' });
    expect(await filesOf(requestId)).toHaveLength(1);
  });

  it.each([
    ['a program that calls itself a letter', [file('letter.pdf', 'MZ\u0000\u0001')], 'file_type'],
    ['a page that would run a script', [file('note.txt', '<html><script>')], 'file_type'],
    ['an empty file', [file('empty.pdf', '')], 'file_empty'],
    [
      'files that are too large together',
      [PDF, file('b.pdf', Buffer.alloc(9_500_000, '%PDF-'))],
      'file_too_large',
    ],
    ['too many files', Array.from({ length: 6 }, () => PDF), 'too_many'],
  ])('refuses %s, and the question stays open', async (_, files, code) => {
    const { requestId, subject, input } = await asked();
    const refused = answerQuestion(subject, input, files);
    await expect(refused).rejects.toMatchObject({ name: 'Invalid', details: { issues: [{ code }] } });
    expect((await side.items(requestId)).map(({ status }) => status)).toEqual(['awaiting-clarification']);
  });

  it('is for the subject of this request', async () => {
    const [mine, other] = [await asked(), await asked()];
    for (const ctx of [side.ctx, other.subject]) {
      await expect(answerQuestion(ctx, mine.input)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
