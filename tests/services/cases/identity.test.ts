import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askQuestion } from '#app/services/cases/ask-question.ts';
import { correctResidence } from '#app/services/cases/correct-residence.ts';
import { recordAuthority } from '#app/services/cases/record-authority.ts';
import { refuseIdentity } from '#app/services/cases/refuse-identity.ts';
import { type HandProof, verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import {
  auditEntries,
  identityProofs,
  outboxMails,
  provenAttributes,
  residenceRecords,
  subjectSessions,
} from '#db/schema/index.ts';
import { type Desk, OUTSIDERS, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

const reason = 'Both agree with the account record.';
const proof = (reference: string, more: Partial<HandProof> = {}): HandProof => ({
  reference,
  method: 'attribute_matching',
  compared: ['name', 'phone'],
  reason,
  proven: [{ kind: 'account_id', value: 'nw-100 001' }],
  ...more,
});

describe('verifying an identity by hand', () => {
  it.each(OUTSIDERS)('is not for %s', async (_name, actor) => {
    const { reference } = await desk.file();
    expect(() => verifyIdentityByHand(desk.as(actor), proof(reference))).toThrow('staff_role_required');
  });

  it('starts the items, raises the assurance and seeds the walk with what was proven, letter for letter', async () => {
    const { reference, requestId, items } = await desk.file();
    await verifyIdentityByHand(desk.officer, proof(reference));
    expect((await desk.item(items[0] ?? '')).status).toBe('in-progress');
    expect((await desk.request(reference)).assurance).toBe('reasonable');
    const [proven] = await desk.ctx.db
      .select()
      .from(provenAttributes)
      .where(eq(provenAttributes.requestId, requestId));
    expect(proven?.kind).toBe('account_id');
    expect(desk.ctx.vault.open(proven?.valueSealed ?? '', 'proven_attributes.value')).toBe('nw-100 001');
    expect(proven?.valueSealed).not.toContain('100001');
  });

  it('refuses a bare click: without attributes, without a reason, or with too little to compare', async () => {
    const { reference, items } = await desk.file();
    expect(() => verifyIdentityByHand(desk.officer, proof(reference, { compared: [] }))).toThrow();
    expect(() => verifyIdentityByHand(desk.officer, proof(reference, { reason: 'ok' }))).toThrow();
    expect(() => verifyIdentityByHand(desk.officer, proof(reference, { compared: ['name'] }))).toThrow(
      'proof_insufficient',
    );
    expect((await desk.item(items[0] ?? '')).status).toBe('awaiting-identity');
  });

  it('never lowers what was established before', async () => {
    const { reference } = await desk.file();
    const high = ['name', 'date_of_birth', 'document_photo'] as const;
    await verifyIdentityByHand(
      desk.officer,
      proof(reference, { method: 'document_checked', compared: [...high] }),
    );
    await verifyIdentityByHand(desk.officer, proof(reference));
    expect((await desk.request(reference)).assurance).toBe('reasonably_high');
  });

  it('writes the method and what was compared to the log, but neither value nor reason', async () => {
    const { reference, requestId } = await desk.file();
    await verifyIdentityByHand(desk.officer, proof(reference));
    const entries = await desk.ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.requestId, requestId));
    const entry = entries.find(({ kind }) => kind === 'identity.proven');
    expect(entry?.data).toEqual({
      method: 'attribute_matching',
      assurance: 'reasonable',
      attributes: ['name', 'phone'],
    });
    expect(JSON.stringify(entries)).not.toContain('account record');
  });
});

describe('refusing an identity', () => {
  it.each(OUTSIDERS)('is not for %s', async (_name, actor) => {
    const { reference } = await desk.file();
    const doubt = { reference, doubt: 'attributes_differ', reason } as const;
    expect(() => refuseIdentity(desk.as(actor), doubt)).toThrow('staff_role_required');
  });

  it('takes the proofs back, shuts the browsers out, and lets the items wait for a new proof', async () => {
    const { reference, requestId, items } = await desk.file();
    await verifyIdentityByHand(desk.officer, proof(reference));
    await refuseIdentity(desk.officer, { reference, doubt: 'suspected_impersonation', reason });
    expect((await desk.item(items[0] ?? '')).status).toBe('awaiting-identity');
    expect((await desk.request(reference)).assurance).toBe('none');
    const proofs = await desk.ctx.db
      .select()
      .from(identityProofs)
      .where(eq(identityProofs.requestId, requestId));
    expect(proofs.every(({ revokedAt }) => revokedAt)).toBe(true);
    const sessions = await desk.ctx.db
      .select()
      .from(subjectSessions)
      .where(eq(subjectSessions.requestId, requestId));
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.every(({ revokedAt }) => revokedAt)).toBe(true);
    const [mail] = await desk.ctx.db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.requestId, requestId))
      .orderBy(desc(outboxMails.createdAt));
    expect(mail).toBeDefined();
  });
});

describe('an identity that was refused', () => {
  it('is proven again by a later check, and the question that was open holds no clock for ever', async () => {
    const { reference, items } = await desk.file({
      country: 'SG',
      items: [{ right: 'access', details: {} }],
    });
    const itemId = items[0] ?? '';
    await verifyIdentityByHand(desk.officer, proof(reference));
    await askQuestion(desk.officer, { reference, itemIds: [itemId], question: 'Which of your accounts?' });
    await refuseIdentity(desk.officer, { reference, doubt: 'document_of_another', reason });
    expect((await desk.item(itemId)).status).toBe('awaiting-identity');
    await verifyIdentityByHand(desk.officer, proof(reference));
    const item = await desk.item(itemId);
    expect(item.status).toBe('in-progress');
    expect(item.deadline?.clock.state).toBe('running');
  });
});

describe('the authority to act for somebody', () => {
  it('is recorded with what was seen and who receives, and can be corrected', async () => {
    const { reference } = await desk.file({
      filedFor: 'child',
      representative: { name: 'Parent', relation: 'mother' },
    });
    const authority = {
      reference,
      authority: 'parental_responsibility',
      recipient: 'representative',
      reason,
    } as const;
    await recordAuthority(desk.officer, authority);
    await expect(
      recordAuthority(desk.officer, { ...authority, recipient: 'subject' }),
    ).resolves.toBeUndefined();
  });

  it('is not recorded where somebody asked for themselves', async () => {
    const { reference } = await desk.file();
    const authority = { reference, authority: 'guardianship', recipient: 'subject', reason } as const;
    await expect(recordAuthority(desk.officer, authority)).rejects.toMatchObject({ code: 'filed_for_self' });
  });

  it.each(OUTSIDERS)('is not for %s to record', (_name, actor) => {
    const authority = {
      reference: 'HB-0000-0000',
      authority: 'guardianship',
      recipient: 'subject',
      reason,
    } as const;
    expect(() => recordAuthority(desk.as(actor), authority)).toThrow('staff_role_required');
  });
});

describe('correcting a residence', () => {
  it.each(OUTSIDERS)('is not for %s', (_name, actor) => {
    const corrected = { reference: 'HB-0000-0000', country: 'KR', region: null, reason };
    expect(() => correctResidence(desk.as(actor), corrected)).toThrow('staff_role_required');
  });

  it('computes the dates anew under the other law and keeps both residences on record', async () => {
    const { reference, requestId, items } = await desk.file();
    const before = await desk.item(items[0] ?? '');
    await correctResidence(desk.officer, { reference, country: 'KR', region: null, reason });
    const after = await desk.item(items[0] ?? '');
    expect([before.packId, after.packId]).toEqual(['eea-gdpr', 'kr-pipa']);
    expect([before.deadline?.due, after.deadline?.due]).toEqual(['2026-12-02', '2026-11-12']);
    const records = await desk.ctx.db
      .select({ jurisdiction: residenceRecords.jurisdiction })
      .from(residenceRecords)
      .where(eq(residenceRecords.requestId, requestId))
      .orderBy(residenceRecords.recordedAt);
    expect(records.map(({ jurisdiction }) => jurisdiction).sort()).toEqual(['EEA', 'KR']);
  });

  it('promises no date where no described law was in force on the day of receipt', async () => {
    const now = desk.clock.now();
    desk.clock.set('2024-05-15T09:00:00Z');
    const { reference, items } = await desk.file();
    await correctResidence(desk.officer, { reference, country: 'US', region: 'US-TX', reason });
    desk.clock.set(now.toString());
    const item = await desk.item(items[0] ?? '');
    expect((await desk.request(reference)).regimeKind).toBe('not_described');
    expect([item.deadline, item.packId]).toEqual([null, null]);
  });

  it('refuses the residence that is on record already', async () => {
    const { reference } = await desk.file();
    const same = correctResidence(desk.officer, { reference, country: 'NL', region: null, reason });
    await expect(same).rejects.toMatchObject({ code: 'same_residence' });
  });
});
