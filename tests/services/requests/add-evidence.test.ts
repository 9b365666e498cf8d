import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { addEvidence } from '#app/services/requests/add-evidence.ts';
import { attachments } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = '192.0.2.0/24';
const PAPER = { name: 'authority.pdf', bytes: Buffer.from('%PDF-1.7 ...') };

async function onBehalf() {
  const filed = await side.file({
    filedFor: 'represented',
    representative: { name: 'A Lawyer', relation: 'power of attorney' },
  });
  return {
    ...filed,
    input: { requestId: filed.requestId, body: 'Power of attorney.', locale: 'en', network },
  };
}

const papersOf = (requestId: string) =>
  side.ctx.db.select().from(attachments).where(eq(attachments.requestId, requestId));

describe('sending papers', () => {
  it('keeps an authority for an officer to look at, and moves nothing by itself', async () => {
    const { requestId, subject, input } = await onBehalf();
    await addEvidence(subject, input, [PAPER]);
    expect(await papersOf(requestId)).toMatchObject([{ purpose: 'authority', mediaType: 'application/pdf' }]);
    expect((await side.items(requestId)).map(({ status }) => status)).toEqual(['awaiting-identity']);
  });

  it('takes them as proof of identity from somebody who asks for themselves', async () => {
    const { requestId, subject } = await side.file({ country: 'KR' });
    await addEvidence(subject, { requestId, body: 'My letter.', locale: 'ko', network }, [PAPER]);
    expect(await papersOf(requestId)).toMatchObject([{ purpose: 'identity' }]);
  });

  it('wants a file, and not more than anybody needs', async () => {
    const { requestId, subject, input } = await onBehalf();
    await expect(addEvidence(subject, input, [])).rejects.toMatchObject({
      name: 'Invalid',
      code: 'file_refused',
    });
    const five = Array.from({ length: 5 }, () => PAPER);
    for (let sent = 0; sent < 4; sent++) await addEvidence(subject, input, five);
    await expect(addEvidence(subject, input, [PAPER])).rejects.toMatchObject({ code: 'evidence_used_up' });
    expect(await papersOf(requestId)).toHaveLength(20);
  });

  it('is over once nothing waits for a proof', async () => {
    const { requestId, subject } = await side.file();
    await confirmAddress(subject, { requestId, code: (await side.code(requestId, 'verify')) ?? '', network });
    const late = addEvidence(subject, { requestId, body: 'Too late.', locale: 'en', network }, [PAPER]);
    await expect(late).rejects.toMatchObject({ name: 'Conflict', code: 'nothing_to_prove' });
  });

  it('is for the subject of this request', async () => {
    const [mine, other] = [await onBehalf(), await onBehalf()];
    for (const ctx of [side.ctx, other.subject]) {
      await expect(addEvidence(ctx, mine.input, [PAPER])).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
