import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { announceFee, type FeeInput, previewFee } from '#app/services/fees/announce-fee.ts';
import { answerFee, lapseFees } from '#app/services/fees/answer-fee.ts';
import { readCaseFees, readOwnFees } from '#app/services/fees/read-fees.ts';
import { recordFeePaid } from '#app/services/fees/record-fee-paid.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { auditEntries, clockEvents, outboxMails } from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from '../cases/desk.ts';

const START = '2026-11-02T09:00:00Z';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(START);
});
beforeEach(() => desk.clock.set(START));
afterAll(() => desk.base.drop());

/** Announces it in the words that an officer would read before. */
const announce = async (fee: FeeInput) => announceFee(desk.officer, fee, await previewFee(desk.officer, fee));
const system = () => desk.as({ kind: 'system', name: 'worker' });
const reasons = 'The search spans forty archives on tape.';

async function filed(filing: Partial<Filing>) {
  const { reference, requestId, items } = await desk.file(filing);
  const itemId = items[0] ?? '';
  const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
  const fee = (more: Partial<FeeInput> = {}): FeeInput => ({
    reference,
    itemId,
    ground: 'disproportionate_effort',
    amountMinor: 20_000,
    currency: 'CHF',
    reasons,
    ...more,
  });
  const answer = (accept: boolean) => answerFee(subject, { requestId, ordinal: 0, accept });
  return { reference, requestId, itemId, subject, fee, answer, item: () => desk.item(itemId) };
}

const clockKinds = async (itemId: string) =>
  (await desk.ctx.db.select().from(clockEvents).where(eq(clockEvents.itemId, itemId)).orderBy(clockEvents.at))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('fee_'));

describe('a share of the cost in Switzerland', () => {
  it.each(OUTSIDERS)('is not announced by %s', async (_name, actor) => {
    const { fee } = await filed({ country: 'CH' });
    expect(() => previewFee(desk.as(actor), fee())).toThrow('staff_role_required');
    expect(() => announceFee(desk.as(actor), fee(), '')).toThrow('staff_role_required');
  });

  it('moves the dates by ten days, and tells the subject in their language', async () => {
    const { fee, item, requestId, subject, itemId } = await filed({ country: 'CH', locale: 'ko' });
    expect((await item()).deadline?.due).toBe('2026-12-02');
    await announce(fee());
    // Ten days to reflect end on 12 November; thirty days from there are Saturday, 12 December.
    expect((await item()).deadline?.due).toBe('2026-12-14');
    expect(await clockKinds(itemId)).toEqual(['fee_notified']);
    const [told] = await readOwnFees(subject, requestId);
    expect(told).toMatchObject({ confirmBy: '2026-11-12', amountMinor: 20_000, answer: null });
    expect(told?.notice).toMatch(/CHF.200\.00/);
    expect(told?.notice).toMatch(/\p{Script=Hangul}/u);
    const mails = await desk.ctx.db.select().from(outboxMails).where(eq(outboxMails.requestId, requestId));
    expect(mails.map(({ kind, locale }) => `${kind} ${locale}`)).toContain('fee ko');
  });

  it('leaves only in the words that an officer has read', async () => {
    const { fee, item, requestId, subject, itemId } = await filed({ country: 'CH' });
    const read = await previewFee(desk.officer, fee());
    expect(read).toMatch(/CHF.200\.00/);
    const sent = () => readOwnFees(subject, requestId);
    for (const other of [{ amountMinor: 25_000 }, { reasons: 'Something else that nobody has read.' }])
      await expect(announceFee(desk.officer, fee(other), read)).rejects.toThrow('notice_changed');
    // The next day the days to reflect end a day later than it says.
    desk.clock.set('2026-11-03T09:00:00Z');
    await expect(announceFee(desk.officer, fee(), read)).rejects.toThrow('notice_changed');
    expect(await sent()).toEqual([]);
    expect(await clockKinds(itemId)).toEqual([]);
    const mails = await desk.ctx.db.select().from(outboxMails).where(eq(outboxMails.requestId, requestId));
    expect(mails.map(({ kind }) => kind)).not.toContain('fee');
    expect((await item()).deadline?.due).toBe('2026-12-02');
    // A browser sends the lines of a form with both marks.
    desk.clock.set(START);
    await announceFee(desk.officer, fee(), read.replaceAll('\n', '\r\n'));
    expect((await sent()).map(({ notice }) => notice)).toEqual([read]);
  });

  it('never exceeds 300 francs, nor speaks another currency', async () => {
    const { fee } = await filed({ country: 'CH' });
    await expect(announce(fee({ amountMinor: 30_001 }))).rejects.toThrow('fee_above_cap');
    await expect(announce(fee({ currency: 'EUR' }))).rejects.toThrow('fee_currency');
    await expect(announce(fee({ ground: 'access' }))).rejects.toThrow('no_fee_here');
    await announce(fee({ amountMinor: 30_000 }));
    await expect(announce(fee())).rejects.toThrow('fee_open');
  });

  it('is confirmed until the end of the tenth day in Zurich', async () => {
    const { fee, answer, item, itemId } = await filed({ country: 'CH' });
    await announce(fee());
    desk.clock.set('2026-11-12T22:59:59Z');
    await answer(true);
    expect(await clockKinds(itemId)).toEqual(['fee_notified', 'fee_confirmed']);
    expect((await item()).deadline?.due).toBe('2026-12-14');
    expect(await lapseFees(system())).toBe(0);
  });

  it('counts as a withdrawal a second later', async () => {
    const { fee, answer, item, requestId, itemId } = await filed({ country: 'CH' });
    await announce(fee());
    desk.clock.set('2026-11-12T22:59:59Z');
    expect(await lapseFees(system())).toBe(0);
    desk.clock.set('2026-11-12T23:00:00Z');
    await expect(answer(true)).rejects.toThrow('fee_lapsed');
    expect((await item()).status).not.toBe('withdrawn');
    expect(await lapseFees(system())).toBeGreaterThan(0);
    expect((await item()).status).toBe('withdrawn');
    expect(await lapseFees(system())).toBe(0);
    const entries = await desk.ctx.db.select().from(auditEntries).where(eq(auditEntries.itemId, itemId));
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['fee.announced', 'fee.answered']),
    );
    expect((await readCaseFees(desk.auditor, requestId)).at(0)?.answer).toBe('lapsed');
  });

  it('withdraws at once when it is declined', async () => {
    const { fee, answer, item } = await filed({ country: 'CH' });
    await announce(fee());
    await answer(false);
    expect((await item()).status).toBe('withdrawn');
    await expect(answer(false)).rejects.toThrow('no_fee_open');
  });
});

describe('elsewhere', () => {
  it('the clock of the United Kingdom starts with the payment', async () => {
    const { fee, item, itemId, reference } = await filed({ country: 'GB', region: 'GB-ENG' });
    await announce(fee({ ground: 'manifestly_excessive', currency: 'GBP', amountMinor: 1500 }));
    expect((await item()).deadline?.due).toBeNull();
    desk.clock.set('2026-11-05T10:00:00Z');
    await verifyIdentityByHand(desk.officer, {
      reference,
      method: 'attribute_matching',
      compared: ['name', 'phone'],
      reason: 'Both agree with the account record.',
      proven: [{ kind: 'account_id', value: 'nw-100001' }],
    });
    expect((await item()).deadline?.due).toBeNull();
    desk.clock.set('2026-11-20T10:00:00Z');
    await recordFeePaid(desk.officer, { reference, itemId });
    // A month from 20 November is Sunday, 20 December: the next working day.
    expect((await item()).deadline?.due).toBe('2026-12-21');
    await expect(recordFeePaid(desk.officer, { reference, itemId })).rejects.toThrow('no_fee_open');
  });

  it('declining in Malaysia leaves the rest to an officer', async () => {
    const { fee, answer, item } = await filed({ country: 'MY' });
    await announce(fee({ ground: 'access_with_copy', currency: 'MYR', amountMinor: 1000 }));
    await answer(false);
    expect((await item()).status).not.toBe('withdrawn');
  });

  it('a payment before the consent that comes first is not recorded', async () => {
    const { fee, reference, itemId } = await filed({ country: 'CH' });
    await announce(fee());
    await expect(recordFeePaid(desk.officer, { reference, itemId })).rejects.toThrow('fee_not_accepted');
  });
});

describe('the answer', () => {
  it('is for the subject of the request alone', async () => {
    const { fee, requestId } = await filed({ country: 'CH' });
    const other = await filed({ country: 'CH' });
    await announce(fee());
    const answer = { requestId, ordinal: 0, accept: true };
    for (const ctx of [desk.ctx, desk.officer, other.subject])
      await expect(answerFee(ctx, answer)).rejects.toThrow('subject_session_required');
    await expect(readOwnFees(other.subject, requestId)).rejects.toThrow('subject_session_required');
    await expect(lapseFees(desk.officer)).rejects.toThrow('system_only');
  });
});
