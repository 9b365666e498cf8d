import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askApproval, decideApproval } from '#app/services/cases/approve-plan.ts';
import { type DecisionInput, decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { deliverPackage } from '#app/services/cases/deliver-package.ts';
import { recordAuthority } from '#app/services/cases/record-authority.ts';
import { type ExecutionInput, recordExecution } from '#app/services/cases/record-execution.ts';
import { refuseIdentity } from '#app/services/cases/refuse-identity.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import {
  collectionRuns,
  decisions,
  executionRecords,
  messages,
  outboxMails,
  packages,
  requests,
} from '#db/schema/index.ts';
import { type Desk, OFFICER, OUTSIDERS, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.base.drop());

const reason = 'Both agree with the account record.';

/** A request whose identity is verified, at work. */
async function atWork(right: Filing['items'][number]['right'], filing: Partial<Filing> = {}) {
  const filed = await desk.file({ ...filing, items: [{ right, details: {} }] });
  await verifyIdentityByHand(desk.officer, {
    reference: filed.reference,
    method: 'attribute_matching',
    compared: ['name', 'phone'],
    reason,
    proven: [],
  });
  return { ...filed, itemId: filed.items[0] ?? '' };
}
type AtWork = Awaited<ReturnType<typeof atWork>>;

const execution = ({ reference, itemId }: AtWork, more: Partial<ExecutionInput> = {}): ExecutionInput => ({
  reference,
  itemId,
  system: 'northwind_crm',
  executedBy: 'Records team',
  executedAt: '2026-11-02T09:00:00Z',
  records: 3,
  evidence: '',
  ...more,
});

const refusal = ({ reference, itemId }: AtWork, more: Partial<DecisionInput> = {}): DecisionInput => ({
  reference,
  itemId,
  outcome: 'refused',
  ground: 'manifestly_unfounded_or_excessive',
  reasons: 'The same copy was asked for every week.',
  regulator: { name: 'Autoriteit Persoonsgegevens', url: 'https://autoriteitpersoonsgegevens.nl', phone: '' },
  remedy: 'You can lodge a complaint.',
  ...more,
});

const fulfilment = ({ reference, itemId }: AtWork): DecisionInput => ({
  reference,
  itemId,
  outcome: 'fulfilled',
  ground: null,
  reasons: null,
  regulator: null,
  remedy: null,
});

async function decide(input: DecisionInput) {
  await decideItem(desk.officer, input, await previewDecision(desk.officer, input));
}

/** A built package, as the worker leaves it. */
async function builtPackage({ requestId, itemId }: AtWork, reviewed = true) {
  const now = desk.clock.now();
  const [run] = await desk.ctx.db
    .insert(collectionRuns)
    .values({
      requestId,
      status: 'collected',
      startedBy: OFFICER,
      queuedAt: now,
      ...(reviewed ? { reviewedAt: now, reviewedBy: OFFICER } : {}),
    })
    .returning();
  await desk.ctx.db.insert(packages).values({
    requestId,
    itemId,
    runId: run?.id ?? '',
    status: 'built',
    queuedAt: now,
    builtAt: now,
    rows: 12,
    files: 4,
  });
}

describe('a decision', () => {
  it.each(OUTSIDERS)('is not for %s to take or to preview', async (_name, actor) => {
    const input = refusal({ reference: 'HB-0000-0000', requestId: '', items: [], itemId: randomUUID() });
    expect(() => decideItem(desk.as(actor), input, '')).toThrow('staff_role_required');
    expect(() => previewDecision(desk.as(actor), input)).toThrow('staff_role_required');
  });

  it('to fulfil is refused without an execution record', async () => {
    const found = await atWork('objection');
    await expect(decide(fulfilment(found))).rejects.toMatchObject({
      code: 'event_refused',
      details: { code: 'missing_requirement', expected: ['execution_record'] },
    });
  });

  it('to fulfil closes item and request, keeps the notice, and tells the subject', async () => {
    const found = await atWork('objection');
    await recordExecution(desk.officer, execution(found));
    await decide(fulfilment(found));
    expect((await desk.item(found.itemId)).status).toBe('fulfilled');
    expect((await desk.request(found.reference)).closedAt?.toString()).toBe('2026-11-02T09:00:00Z');
    const [notice] = await desk.ctx.db
      .select()
      .from(messages)
      .where(and(eq(messages.requestId, found.requestId), eq(messages.kind, 'decision')));
    const text = desk.ctx.vault.open(notice?.bodySealed ?? '', 'messages.body');
    expect(text).toContain(found.reference);
    const mails = await desk.ctx.db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.requestId, found.requestId));
    const mail = mails.find(({ kind }) => kind === 'decision');
    expect(JSON.parse(desk.ctx.vault.open(mail?.paramsSealed ?? '', 'outbox_mails.params'))).toEqual({
      notice: text,
    });
  });

  it.each(['ground', 'reasons', 'regulator', 'remedy'] as const)(
    'to refuse cannot be sent without %s',
    async (part) => {
      const found = await atWork('access');
      await expect(decide(refusal(found, { [part]: null }))).rejects.toMatchObject({
        details: { code: 'missing_requirement', expected: [part] },
      });
      expect((await desk.item(found.itemId)).status).toBe('in-progress');
    },
  );

  it('to refuse names ground, citation, reasons, remedy and regulator in the language of the subject', async () => {
    const found = await atWork('access', { locale: 'ko' });
    const notice = await previewDecision(desk.officer, refusal(found));
    for (const part of ['GDPR Art. 12(5)(b)', 'Autoriteit Persoonsgegevens', 'The same copy', '거절합니다'])
      expect(notice).toContain(part);
  });

  it('cannot rest on a ground that the law does not know for this right', async () => {
    const found = await atWork('access');
    await expect(decide(refusal(found, { ground: 'duty_to_keep' }))).rejects.toMatchObject({
      code: 'ground_not_in_law',
    });
  });

  it('does not rest on a doubt about an identity whose proof still stands', async () => {
    const found = await atWork('access');
    const doubted = refusal(found, { ground: 'identity_not_established' });
    await expect(previewDecision(desk.officer, doubted)).rejects.toMatchObject({
      code: 'identity_is_established',
    });
    await refuseIdentity(desk.officer, {
      reference: found.reference,
      doubt: 'attributes_differ',
      reason: 'The telephone number belongs to somebody else.',
    });
    await decide(doubted);
    expect((await desk.item(found.itemId)).status).toBe('refused');
  });

  it('is not sent in other words than those that were previewed', async () => {
    const found = await atWork('access');
    const sent = decideItem(desk.officer, refusal(found), 'something else');
    await expect(sent).rejects.toMatchObject({ code: 'notice_changed' });
    expect(await desk.ctx.db.$count(decisions, eq(decisions.itemId, found.itemId))).toBe(0);
  });

  it('is taken once, also when two officers take it at the same time', async () => {
    const found = await atWork('access');
    const notice = await previewDecision(desk.officer, refusal(found));
    const both = await Promise.allSettled([
      decideItem(desk.officer, refusal(found), notice),
      decideItem(desk.colleague, refusal(found), notice),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.ctx.db.$count(decisions, eq(decisions.itemId, found.itemId))).toBe(1);
  });
});

describe('an execution record', () => {
  it.each(OUTSIDERS)('is not for %s to make', (_name, actor) => {
    const input = execution({ reference: 'HB-0000-0000', requestId: '', items: [], itemId: randomUUID() });
    expect(() => recordExecution(desk.as(actor), input)).toThrow('staff_role_required');
  });

  it('needs evidence or a count, and a time between receipt and now', async () => {
    const found = await atWork('objection');
    const record = (more: Partial<ExecutionInput>) => recordExecution(desk.officer, execution(found, more));
    expect(() => record({ records: null, evidence: ' ' })).toThrow('evidence_or_count');
    expect(() => record({ executedAt: '2026-11-02T09:00:01Z' })).toThrow('executed_in_future');
    await expect(record({ executedAt: '2026-11-01T09:00:00Z' })).rejects.toThrow('executed_before_receipt');
  });

  it('is not made for access by hand: delivering the package makes it', async () => {
    const found = await atWork('access');
    await expect(recordExecution(desk.officer, execution(found))).rejects.toMatchObject({
      code: 'packaged_right',
    });
  });
});

describe('erasure', () => {
  const plan = 'Erase account NW-100001 in the CRM and the shop.';
  const ask = (found: AtWork) => askApproval(desk.officer, { ...ids(found), plan });
  const approve = (found: AtWork, by = desk.colleague, outcome: 'approved' | 'declined' = 'approved') =>
    decideApproval(by, { ...ids(found), outcome, reason: '' });
  const ids = ({ reference, itemId }: AtWork) => ({ reference, itemId });

  it('is not carried out before a second person approved it', async () => {
    const found = await atWork('erasure');
    await expect(recordExecution(desk.officer, execution(found))).rejects.toMatchObject({
      code: 'approval_missing',
    });
    await ask(found);
    await expect(recordExecution(desk.officer, execution(found))).rejects.toMatchObject({
      code: 'approval_missing',
    });
    await approve(found);
    await recordExecution(desk.officer, execution(found));
    await decide(fulfilment(found));
    expect((await desk.item(found.itemId)).status).toBe('fulfilled');
  });

  it('is never approved by the one who asked', async () => {
    const found = await atWork('erasure');
    await ask(found);
    await expect(approve(found, desk.officer)).rejects.toMatchObject({ code: 'second_person_required' });
  });

  it('can be asked for again after it was declined', async () => {
    const found = await atWork('erasure');
    await ask(found);
    await approve(found, desk.colleague, 'declined');
    await expect(recordExecution(desk.officer, execution(found))).rejects.toMatchObject({
      code: 'approval_missing',
    });
    await ask(found);
    await expect(ask(found)).rejects.toMatchObject({ code: 'approval_open' });
  });

  it('is not carried out below the assurance that the law asks for', async () => {
    const filed = await desk.file({
      country: 'US',
      region: 'US-CA',
      items: [{ right: 'erasure', details: {} }],
    });
    const found = { ...filed, itemId: filed.items[0] ?? '' };
    await verifyIdentityByHand(desk.officer, {
      reference: filed.reference,
      method: 'attribute_matching',
      compared: ['name', 'phone'],
      reason,
      proven: [],
    });
    await desk.ctx.db.update(requests).set({ assurance: 'email' }).where(eq(requests.id, filed.requestId));
    await ask(found);
    await approve(found);
    await expect(recordExecution(desk.officer, execution(found))).rejects.toMatchObject({
      code: 'identity_insufficient',
    });
  });

  it.each(OUTSIDERS)('is not for %s to approve', (_name, actor) => {
    const input = {
      reference: 'HB-0000-0000',
      itemId: randomUUID(),
      outcome: 'approved',
      reason: '',
    } as const;
    expect(() => decideApproval(desk.as(actor), input)).toThrow('staff_role_required');
    expect(() => askApproval(desk.as(actor), { ...input, plan } as never)).toThrow('staff_role_required');
  });
});

describe('a package', () => {
  it('is delivered once, leaves an execution record, and lets access be fulfilled', async () => {
    const found = await atWork('access');
    await builtPackage(found);
    await deliverPackage(desk.officer, { reference: found.reference, itemId: found.itemId });
    const [record] = await desk.ctx.db
      .select()
      .from(executionRecords)
      .where(eq(executionRecords.itemId, found.itemId));
    expect(record).toMatchObject({ system: 'habeas', counts: { rows: 12, files: 4 } });
    const again = deliverPackage(desk.officer, { reference: found.reference, itemId: found.itemId });
    await expect(again).rejects.toMatchObject({ code: 'already_delivered' });
    await decide(fulfilment(found));
    expect((await desk.item(found.itemId)).status).toBe('fulfilled');
  });

  it('is not delivered before it is built, nor before the rows were reviewed', async () => {
    const found = await atWork('access');
    const deliver = () => deliverPackage(desk.officer, { reference: found.reference, itemId: found.itemId });
    await expect(deliver()).rejects.toMatchObject({ code: 'no_package' });
    await builtPackage(found, false);
    await expect(deliver()).rejects.toMatchObject({ code: 'review_missing' });
  });

  it('is not delivered below the assurance that California asks for specific pieces', async () => {
    const found = await atWork('access', { country: 'US', region: 'US-CA' });
    await builtPackage(found);
    const deliver = deliverPackage(desk.officer, { reference: found.reference, itemId: found.itemId });
    await expect(deliver).rejects.toMatchObject({
      code: 'identity_insufficient',
      details: { needed: 'reasonably_high' },
    });
  });

  it('is not delivered to somebody who acts for another before the authority was recorded', async () => {
    const found = await atWork('access', {
      filedFor: 'represented',
      representative: { name: 'Agent', relation: 'lawyer' },
    });
    await builtPackage(found);
    const deliver = () => deliverPackage(desk.officer, { reference: found.reference, itemId: found.itemId });
    await expect(deliver()).rejects.toMatchObject({ code: 'authority_missing' });
    await recordAuthority(desk.officer, {
      reference: found.reference,
      authority: 'power_of_attorney',
      recipient: 'representative',
      reason,
    });
    await expect(deliver()).resolves.toBeUndefined();
  });

  it.each(OUTSIDERS)('is not for %s to deliver', (_name, actor) => {
    const input = { reference: 'HB-0000-0000', itemId: randomUUID() };
    expect(() => deliverPackage(desk.as(actor), input)).toThrow('staff_role_required');
  });
});
