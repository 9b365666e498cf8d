import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '#app/services/change.ts';
import {
  finishContactChange,
  pendingContact,
  startContactChange,
} from '#app/services/identity/change-contact.ts';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { findSubjectSession, openSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { identityProofs, provenAttributes } from '#db/schema/index.ts';
import { otherThan, type SubjectSide, subjectSide } from '../requests/subject.ts';

let side: SubjectSide;
beforeAll(async () => {
  side = await subjectSide();
});
afterAll(() => side.base.drop());

const network = '192.0.2.0/24';

async function confirmed() {
  const filed = await side.file();
  const { requestId, subject } = filed;
  await confirmAddress(subject, { requestId, code: (await side.code(requestId, 'verify')) ?? '', network });
  return filed;
}

async function begun(email: string) {
  const filed = await confirmed();
  const { requestId, subject } = filed;
  // Of two codes of one instant neither is the newer.
  side.clock.set(side.clock.now().add({ minutes: 1 }));
  const token = await startContactChange(subject, { requestId, email, locale: 'en', network });
  return {
    ...filed,
    token,
    oldCode: (await side.code(requestId, 'verify', filed.email)) ?? '',
    newCode: (await side.code(requestId, 'verify', email)) ?? '',
  };
}

describe('changing the contact address', () => {
  it('takes both mailboxes: both are proven anew and every other browser is shut out', async () => {
    const email = 'moved@example.org';
    const { requestId, subject, token, oldCode, newCode, email: before } = await begun(email);
    const elsewhere = await change(subject, (tx) => openSubjectSession(subject, tx, requestId, 'track'));
    const changed = await finishContactChange(subject, { requestId, token, oldCode, newCode, network });
    expect(changed).toMatchObject({ ok: true });
    const request = await side.request(requestId);
    expect(side.ctx.vault.openOptional(request.emailSealed, 'requests.email')).toBe(email);
    expect(await findSubjectSession(side.ctx, elsewhere.token)).toBeNull();
    const mine = changed?.ok ? changed.session.token : '';
    expect(await findSubjectSession(side.ctx, mine)).toMatchObject({ requestId });
    const standing = await side.ctx.db
      .select()
      .from(identityProofs)
      .where(and(eq(identityProofs.requestId, requestId), isNull(identityProofs.revokedAt)));
    expect(standing).toHaveLength(2);
    const proven = await side.ctx.db
      .select()
      .from(provenAttributes)
      .where(eq(provenAttributes.requestId, requestId));
    expect(
      proven.map(({ valueSealed }) => side.ctx.vault.open(valueSealed, 'proven_attributes.value')).sort(),
    ).toEqual([before, email].sort());
  });

  it.each(['oldCode', 'newCode'] as const)(
    'changes nothing when the %s is wrong, and does not say which',
    async (wrong) => {
      const { requestId, subject, token, oldCode, newCode, email } = await begun(`${wrong}@example.org`);
      const codes = { oldCode, newCode, [wrong]: otherThan(wrong === 'oldCode' ? oldCode : newCode) };
      expect(await finishContactChange(subject, { requestId, token, network, ...codes })).toEqual({
        ok: false,
      });
      const request = await side.request(requestId);
      expect(side.ctx.vault.openOptional(request.emailSealed, 'requests.email')).toBe(email);
    },
  );

  it('does not take the present address for a new one', async () => {
    const { requestId, subject, email } = await confirmed();
    const same = startContactChange(subject, {
      requestId,
      email: email.toUpperCase(),
      locale: 'en',
      network,
    });
    await expect(same).rejects.toMatchObject({ name: 'Conflict', code: 'same_address' });
  });

  it('keeps the new address from the subject of another request, even with the token', async () => {
    const { token } = await begun('secret@example.org');
    const other = await confirmed();
    expect(await pendingContact(other.subject, other.requestId, token)).toBeNull();
  });

  it('is for the subject of this request', async () => {
    const [mine, other] = [await confirmed(), await confirmed()];
    const wish = { requestId: mine.requestId, email: 'x@example.org', locale: 'en', network };
    for (const ctx of [side.ctx, other.subject]) {
      await expect(startContactChange(ctx, wish)).rejects.toMatchObject({ name: 'Forbidden' });
    }
  });
});
