import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectToDecision } from '#app/services/requests/object-to-decision.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { withdrawItems } from '#app/services/requests/withdraw-items.ts';
import { decisions, requests } from '#db/schema/index.ts';
import { type SubjectSide, subjectSide } from './subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const TWO = {
  items: [
    { right: 'access' as const, details: {} },
    { right: 'erasure' as const, details: {} },
  ],
};

describe('withdrawing', () => {
  it('takes back one item, leaves the other, and tells so by mail', async () => {
    const { requestId, subject } = await side.file(TWO);
    await withdrawItems(subject, { requestId, ordinals: [1] });
    expect((await side.items(requestId)).map(({ status }) => status)).toEqual([
      'awaiting-identity',
      'withdrawn',
    ]);
    expect(await side.mails(requestId, 'status')).toMatchObject([{ news: 'withdrawn' }]);
    expect((await side.request(requestId)).closedAt).toBeNull();
  });

  it('closes the request with its last item', async () => {
    const { requestId, subject } = await side.file(TWO);
    await withdrawItems(subject, { requestId, ordinals: [0, 1] });
    expect((await side.request(requestId)).closedAt).not.toBeNull();
  });

  it('refuses what is closed already, and then takes back nothing', async () => {
    const { requestId, subject } = await side.file(TWO);
    await withdrawItems(subject, { requestId, ordinals: [1] });
    const again = withdrawItems(subject, { requestId, ordinals: [0, 1] });
    await expect(again).rejects.toMatchObject({ name: 'Conflict', code: 'item_not_open' });
    expect((await side.items(requestId))[0]?.status).toBe('awaiting-identity');
  });

  it('does not reach items of another request', async () => {
    const [mine, other] = [await side.file(TWO), await side.file(TWO)];
    for (const ctx of [side.ctx, other.subject]) {
      const attempt = withdrawItems(ctx, { requestId: mine.requestId, ordinals: [0] });
      await expect(attempt).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});

describe('objecting to a decision', () => {
  async function decided() {
    const filed = await side.file();
    const [item] = await side.items(filed.requestId);
    await side.ctx.db
      .update(requests)
      .set({ contactVerifiedAt: side.clock.now() })
      .where(eq(requests.id, filed.requestId));
    await side.ctx.db.insert(decisions).values({
      itemId: item?.id ?? '',
      outcome: 'refused',
      ground: null,
      decidedBy: 'officer',
      decidedAt: side.clock.now(),
    });
    return { ...filed, input: { requestId: filed.requestId, ordinal: 0, body: 'I disagree.', locale: 'en' } };
  }

  it('is kept with the case, beside the decision that it is about', async () => {
    const { requestId, subject, input } = await decided();
    await objectToDecision(subject, input);
    const { messages, timeline } = await readCase(subject, requestId);
    expect(messages).toMatchObject([
      { kind: 'complaint', body: 'I disagree.', ordinal: 0, fromSubject: true },
    ]);
    expect(timeline.map(({ what }) => what)).toContain('complaint');
  });

  it('is refused where nothing was decided, and after the third one', async () => {
    const { subject, input } = await decided();
    for (let said = 0; said < 3; said++) await objectToDecision(subject, input);
    await expect(objectToDecision(subject, input)).rejects.toMatchObject({ code: 'complaints_used_up' });
    const undecided = await side.file();
    const early = { ...input, requestId: undecided.requestId };
    await expect(objectToDecision(undecided.subject, early)).rejects.toMatchObject({ code: 'not_decided' });
  });

  it('is for the subject of this request', async () => {
    const [mine, other] = [await decided(), await decided()];
    for (const ctx of [side.ctx, other.subject]) {
      await expect(objectToDecision(ctx, mine.input)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
