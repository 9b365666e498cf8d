import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appealDecision, stateDispute } from '#app/services/appeals/appeal-decision.ts';
import { type DecisionInput, decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { readCaseAddenda } from '#app/services/cases/read-case-addenda.ts';
import { refusalDraft } from '#app/services/cases/refusal-draft.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { decisions, messages, requestItems, requests } from '#db/schema/index.ts';
import { COLLEAGUE, type Desk, OFFICER, openDesk } from '../cases/desk.ts';

const START = '2026-11-02T15:00:00Z';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(START);
});
beforeEach(() => desk.clock.set(START));
afterAll(() => desk.base.drop());

/** A request whose first item was decided. */
async function decided(filing: Partial<Filing>, outcome: 'refused' | 'fulfilled' = 'refused') {
  const { reference, requestId, items } = await desk.file(filing);
  const itemId = items[0] ?? '';
  await desk.ctx.db.insert(decisions).values({
    itemId,
    outcome,
    decidedBy: OFFICER,
    decidedAt: desk.clock.now(),
  });
  await desk.ctx.db.update(requestItems).set({ status: outcome }).where(eq(requestItems.id, itemId));
  await desk.ctx.db
    .update(requests)
    .set({ contactVerifiedAt: desk.clock.now() })
    .where(eq(requests.id, requestId));
  const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
  return {
    reference,
    requestId,
    itemId,
    subject,
    input: { requestId, ordinal: 0, body: 'I disagree.', locale: 'en' },
  };
}

async function appealOf(reference: string) {
  const [row] = await desk.ctx.db
    .select({ request: requests, item: requestItems })
    .from(requests)
    .innerJoin(requestItems, eq(requestItems.requestId, requests.id))
    .where(eq(requests.reference, reference));
  if (!row) throw new Error('no appeal');
  return row;
}

describe('an appeal against a refusal', () => {
  it.each([
    ['US-VA', '2027-01-19'],
    ['US-CO', '2027-01-04'],
    ['US-CT', '2027-01-19'],
    ['US-TX', '2027-01-19'],
  ])('in %s has a clock of its own, from the day of the appeal: %s', async (region, due) => {
    const { subject, input, itemId } = await decided({ country: 'US', region });
    desk.clock.set('2026-11-20T15:00:00Z');
    const { request, item } = await appealOf(await appealDecision(subject, input));
    expect(item).toMatchObject({ right: 'appeal', appealsItemId: itemId });
    expect(request.receivedAt.toString()).toBe('2026-11-20T15:00:00Z');
    expect(item.deadline?.due).toBe(due);
  });

  it('is made once, against a refusal, where the law knows it', async () => {
    const { subject, input } = await decided({ country: 'US', region: 'US-VA' });
    await appealDecision(subject, input);
    await expect(appealDecision(subject, input)).rejects.toThrow('appeal_filed');
    const done = await decided({ country: 'US', region: 'US-VA' }, 'fulfilled');
    await expect(appealDecision(done.subject, done.input)).rejects.toThrow('not_refused');
    const dutch = await decided({ country: 'NL' });
    await expect(appealDecision(dutch.subject, dutch.input)).rejects.toThrow('no_appeal_here');
  });

  it('is not for the browser that only filed while nobody proved the address', async () => {
    const { subject, input, requestId } = await decided({ country: 'US', region: 'US-VA' });
    await desk.ctx.db.update(requests).set({ contactVerifiedAt: null }).where(eq(requests.id, requestId));
    await expect(appealDecision(subject, input)).rejects.toThrow('not_refused');
  });

  it('is for the subject of the request alone', async () => {
    const { input } = await decided({ country: 'US', region: 'US-VA' });
    const other = await decided({ country: 'US', region: 'US-VA' });
    for (const ctx of [desk.ctx, desk.officer, other.subject])
      await expect(appealDecision(ctx, input)).rejects.toThrow('subject_session_required');
  });
});

describe('the decision of an appeal', () => {
  const refusal = (reference: string, itemId: string): DecisionInput => ({
    reference,
    itemId,
    outcome: 'refused',
    ground: 'public_security',
    reasons: 'The police asked us not to answer yet.',
    regulator: { name: 'Attorney General', url: '', phone: '' },
    remedy: 'You can complain to the Attorney General.',
  });

  async function appealAtWork() {
    const first = await decided({ country: 'US', region: 'US-VA' });
    const reference = await appealDecision(first.subject, first.input);
    const identity = {
      reference,
      method: 'attribute_matching' as const,
      compared: ['name', 'phone'] as const,
      reason: 'Both agree with the account record.',
      proven: [],
    };
    await verifyIdentityByHand(desk.officer, { ...identity, compared: [...identity.compared] });
    const { item } = await appealOf(reference);
    return { first, reference, item, input: refusal(reference, item.id) };
  }

  it('is not for the one who took the decision that is appealed', async () => {
    const { input, item } = await appealAtWork();
    const notice = await previewDecision(desk.colleague, input);
    await expect(previewDecision(desk.officer, input)).rejects.toMatchObject({
      code: 'appeal_of_own_decision',
      name: 'Conflict',
    });
    await expect(decideItem(desk.officer, input, notice)).rejects.toThrow('appeal_of_own_decision');
    const taken = () => desk.ctx.db.select().from(decisions).where(eq(decisions.itemId, item.id));
    expect(await taken()).toEqual([]);
    await decideItem(desk.colleague, input, notice);
    expect((await taken()).map(({ decidedBy }) => decidedBy)).toEqual([COLLEAGUE]);
  });

  it('rests on the grounds of the right that was refused', async () => {
    const { input } = await appealAtWork();
    const { grounds } = await refusalDraft(desk.colleague, {
      reference: input.reference,
      itemId: input.itemId,
    });
    expect(grounds.map(({ ground }) => ground)).toContain('public_security');
    await expect(previewDecision(desk.colleague, { ...input, ground: 'duty_to_keep' })).rejects.toThrow(
      'ground_not_in_law',
    );
  });

  it('stands beside the first one: each case leads to the other', async () => {
    const { first, reference } = await appealAtWork();
    const other = await decided({ country: 'US', region: 'US-VA' });
    const links = async (of: string) => (await readCaseAddenda(desk.auditor, of)).appeals;
    const link = { right: 'access', decidedBy: OFFICER };
    expect(await links(reference)).toEqual([{ side: 'appeal', reference: first.reference, ...link }]);
    expect(await links(first.reference)).toEqual([{ side: 'appealed', reference, ...link }]);
    expect(await links(other.reference)).toEqual([]);
  });
});

describe('a statement of dispute', () => {
  const correction = { items: [{ right: 'rectification' as const, details: {} }] };

  it('stands beside data whose correction was refused, where the law knows one', async () => {
    const { subject, input, requestId } = await decided({ country: 'CA', region: 'CA-ON', ...correction });
    await stateDispute(subject, input);
    const kept = await desk.ctx.db.select().from(messages).where(eq(messages.requestId, requestId));
    expect(kept.map(({ kind }) => kind)).toEqual(['dispute']);
  });

  it('is taken three times, and then the authority is the next address', async () => {
    const { subject, input } = await decided({ country: 'CA', region: 'CA-ON', ...correction });
    for (let stated = 0; stated < 3; stated++) await stateDispute(subject, input);
    await expect(stateDispute(subject, input)).rejects.toThrow('complaints_used_up');
  });

  it('is refused for other rights and under other laws', async () => {
    const access = await decided({ country: 'CA', region: 'CA-ON' });
    await expect(stateDispute(access.subject, access.input)).rejects.toThrow('no_statement_here');
    const korean = await decided({ country: 'KR', ...correction });
    await expect(stateDispute(korean.subject, korean.input)).rejects.toThrow('no_statement_here');
    await expect(stateDispute(desk.ctx, korean.input)).rejects.toThrow('subject_session_required');
  });
});
