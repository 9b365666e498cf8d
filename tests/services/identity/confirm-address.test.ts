import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmAddress, sendCodeAgain } from '#app/services/identity/confirm-address.ts';
import { auditEntries, identityProofs, provenAttributes } from '#db/schema/index.ts';
import { otherThan, type SubjectSide, subjectSide } from '../requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = '192.0.2.0/24';
const provenOf = (requestId: string) =>
  side.ctx.db.select().from(provenAttributes).where(eq(provenAttributes.requestId, requestId));

describe('confirming the address of a request', () => {
  it('starts an item whose law asks for no more than the mailbox, and proves the address and nothing else', async () => {
    const { requestId, subject, email } = await side.file({ accountId: 'NW-1' });
    const code = (await side.code(requestId, 'verify')) ?? '';
    const result = await confirmAddress(subject, { requestId, code, network });
    expect(result).toMatchObject({ ok: true, started: 1, waiting: 0 });
    expect((await side.items(requestId)).map(({ status }) => status)).toEqual(['in-progress']);
    expect(await side.request(requestId)).toMatchObject({
      assurance: 'email',
      contactVerifiedAt: side.clock.now(),
    });
    const proven = await provenOf(requestId);
    expect(proven.map(({ kind }) => kind)).toEqual(['email']);
    expect(side.ctx.vault.open(proven[0]?.valueSealed ?? '', 'proven_attributes.value')).toBe(email);
  });

  it('leaves an item that needs more for an officer: a code proves a mailbox, in Korea that is not enough', async () => {
    const { requestId, subject } = await side.file({
      country: 'KR',
      items: [
        { right: 'access', details: {} },
        { right: 'withdraw_consent', details: {} },
      ],
    });
    const code = (await side.code(requestId, 'verify')) ?? '';
    expect(await confirmAddress(subject, { requestId, code, network })).toMatchObject({
      ok: true,
      started: 1,
      waiting: 1,
    });
    expect((await side.items(requestId)).map(({ right, status }) => [right, status])).toEqual([
      ['access', 'awaiting-identity'],
      ['withdraw_consent', 'in-progress'],
    ]);
  });

  it('never lets the mailbox of somebody who asks for another person seed the walk or start an item', async () => {
    const { requestId, subject } = await side.file({
      filedFor: 'child',
      representative: { name: 'A Parent', relation: 'mother' },
    });
    const code = (await side.code(requestId, 'verify')) ?? '';
    expect(await confirmAddress(subject, { requestId, code, network })).toMatchObject({
      ok: true,
      started: 0,
      waiting: 1,
    });
    expect(await provenOf(requestId)).toEqual([]);
    expect(await side.request(requestId)).toMatchObject({ assurance: 'none' });
  });

  it('counts a wrong code, says no more than no, and stops listening to a code after five', async () => {
    const { requestId, subject } = await side.file();
    const code = (await side.code(requestId, 'verify')) ?? '';
    for (let i = 0; i < 5; i++) {
      expect(await confirmAddress(subject, { requestId, code: otherThan(code), network })).toEqual({
        ok: false,
      });
    }
    expect(await confirmAddress(subject, { requestId, code, network })).toEqual({ ok: false });
    const refused = await side.ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.requestId, requestId));
    expect(refused.filter(({ kind }) => kind === 'code.refused')).toHaveLength(6);
  });

  it('takes a code once: a second right code changes nothing', async () => {
    const { requestId, subject } = await side.file();
    const code = (await side.code(requestId, 'verify')) ?? '';
    await confirmAddress(subject, { requestId, code, network });
    expect(await confirmAddress(subject, { requestId, code, network })).toEqual({
      ok: true,
      started: 0,
      waiting: 0,
      session: null,
    });
    const proofs = await side.ctx.db
      .select()
      .from(identityProofs)
      .where(eq(identityProofs.requestId, requestId));
    expect(proofs).toHaveLength(1);
  });

  it('refuses an expired code and takes the one that was sent again', async () => {
    const { requestId, subject } = await side.file();
    const first = (await side.code(requestId, 'verify')) ?? '';
    const start = side.clock.now();
    side.clock.set(start.add({ minutes: 16 }));
    expect(await confirmAddress(subject, { requestId, code: first, network })).toEqual({ ok: false });
    await sendCodeAgain(subject, { requestId, network, purpose: 'verify', locale: 'en' });
    const second = (await side.code(requestId, 'verify')) ?? '';
    expect(await confirmAddress(subject, { requestId, code: second, network })).toMatchObject({ ok: true });
    side.clock.set(start);
  });

  it('is for the subject of this request: nobody, another subject and an officer are refused', async () => {
    const [mine, other] = [await side.file(), await side.file()];
    const code = (await side.code(mine.requestId, 'verify')) ?? '';
    const attempt = { requestId: mine.requestId, code, network };
    const officer = side.as({ kind: 'officer', personId: 'o', role: 'officer' });
    for (const ctx of [side.ctx, other.subject, officer]) {
      await expect(confirmAddress(ctx, attempt)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });

  it('sends at most five codes an hour to an address that nobody has proven', async () => {
    const { requestId, subject } = await side.file({ network });
    const again = { requestId, network, purpose: 'verify', locale: 'en' } as const;
    for (let sent = 1; sent < 5; sent++) await sendCodeAgain(subject, again);
    await expect(sendCodeAgain(subject, again)).rejects.toMatchObject({ name: 'RateLimited' });
  });
});
