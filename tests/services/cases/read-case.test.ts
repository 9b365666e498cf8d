import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '#app/services/cases/read-case.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

describe('a case on one page', () => {
  it('shows who asked for what, under which law, with clock, derivation and log', async () => {
    const { reference } = await desk.file({
      accountId: 'NW-100001',
      items: [{ right: 'rectification', details: { field: 'surname', value: 'de Vries' } }],
    });
    const found = await readCase(desk.officer, reference);
    expect(found).toMatchObject({
      reference,
      status: 'awaiting-subject',
      subject: { name: 'Anna de Vries', account: 'NW-100001' },
      law: 'Regulation (EU) 2016/679 (GDPR)',
      residences: [{ country: 'NL', jurisdiction: 'EEA', by: 'subject' }],
    });
    expect(found.items[0]).toMatchObject({
      details: { field: 'surname', value: 'de Vries' },
      deadline: { due: '2026-12-02' },
      source: 'law',
      days: 30,
      lacks: ['execution_record', 'identity_sufficient'],
    });
    expect(found.items[0]?.deadline?.derivation.length).toBeGreaterThan(1);
    expect(found.timeline.map(({ kind }) => kind)).toContain('request.filed');
  });

  it('offers only what the table of transitions allows in the state of each item', async () => {
    const { reference } = await desk.file();
    expect((await readCase(desk.officer, reference)).items[0]?.events).toEqual([
      'identity_verified',
      'extended',
      'residence_corrected',
      'refused',
    ]);
    await verifyIdentityByHand(desk.officer, {
      reference,
      method: 'attribute_matching',
      compared: ['name', 'phone'],
      reason: 'Both agree with the account record.',
      proven: [],
    });
    const events = (await readCase(desk.officer, reference)).items[0]?.events;
    expect(events).toContain('clarification_requested');
    expect(events).not.toContain('identity_verified');
  });

  it('is read by an auditor and by no subject, and an unknown reference is not found', async () => {
    const { reference, requestId } = await desk.file();
    expect((await readCase(desk.auditor, reference)).reference).toBe(reference);
    const subject = desk.as({ kind: 'subject', requestId, scope: 'track' });
    await expect(readCase(subject, reference)).rejects.toThrow('staff_role_required');
    await expect(readCase(desk.officer, 'HB-0000-0000')).rejects.toMatchObject({ name: 'NotFound' });
    await expect(readCase(desk.officer, "' or 1=1 --")).rejects.toMatchObject({ name: 'NotFound' });
  });
});
