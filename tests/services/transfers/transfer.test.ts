import { and, eq, like, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideItem, previewDecision } from '#app/services/cases/decide-item.ts';
import { deliverPackage } from '#app/services/cases/deliver-package.ts';
import { listQueue } from '#app/services/cases/list-queue.ts';
import { queueFigures } from '#app/services/cases/queue-figures.ts';
import { readCase } from '#app/services/cases/read-case.ts';
import { refuseIdentity } from '#app/services/cases/refuse-identity.ts';
import type { Ctx } from '#app/services/context.ts';
import { jwks } from '#app/services/disclosure/signing-keys.ts';
import { keySetSchema } from '#app/services/disclosure/verify/check-signature.ts';
import { readCase as readOwnCase } from '#app/services/requests/read-case.ts';
import { purgePayload } from '#app/services/retention/purge-payload.ts';
import { releaseTransfer } from '#app/services/transfers/release-transfer.ts';
import { resumeTransfers } from '#app/services/transfers/resume-transfers.ts';
import { ruleOutTransfer } from '#app/services/transfers/rule-out-transfer.ts';
import { sendTransfer } from '#app/services/transfers/send-transfer.ts';
import { withdrawWish } from '#app/services/transfers/withdraw-wish.ts';
import { auditEntries, outboxMails, packages, requests } from '#db/schema/index.ts';
import { OUTSIDERS } from '#tests/services/cases/desk.ts';
import { type DemoDesk, openDemoDesk } from '#tests/services/disclosure/demo-desk.ts';
import { unzip, verify } from '#tests/services/disclosure/sample-package.ts';
import { type TestReceiver, testReceiver } from '#tests/support/receiver.ts';
import { configure, readyToSend, southwindAt, transferRow, wishFor } from './transfer-desk.ts';

const WORDS = 'We have no line to that company.';
let desk: DemoDesk;
let receiver: TestReceiver;
beforeAll(async () => {
  desk = await openDemoDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  receiver = await testReceiver();
  await configure(desk.worker, southwindAt(receiver));
});
afterEach(() => receiver.close());

type Ready = Awaited<ReturnType<typeof readyToSend>>;
const release = (ready: Ready, by: Ctx = desk.officer) =>
  releaseTransfer(by, { reference: ready.reference, itemId: ready.itemId });
const ruleOut = (ready: Pick<Ready, 'reference' | 'itemId'>, reason: 'no_link' | 'no_right') =>
  ruleOutTransfer(desk.officer, { reference: ready.reference, itemId: ready.itemId, reason, words: WORDS });
const rowOf = (itemId: string) => transferRow(desk.ctx, itemId);
async function send(ready: Ready, last = false): Promise<void> {
  const { id } = await rowOf(ready.itemId);
  await sendTransfer(desk.worker, { transferId: id }, { last });
}
async function subjectOf(ready: Pick<Ready, 'requestId'>): Promise<Ctx> {
  await desk.ctx.db
    .update(requests)
    .set({ contactVerifiedAt: desk.clock.now() })
    .where(eq(requests.id, ready.requestId));
  return desk.as({ kind: 'subject', requestId: ready.requestId, scope: 'track' });
}
async function seenBySubject(ready: Ready) {
  return (await readOwnCase(await subjectOf(ready), ready.requestId)).items[0]?.transfer;
}
async function entriesOf(ready: Ready): Promise<unknown[]> {
  const rows = await desk.ctx.db
    .select({ kind: auditEntries.kind, actor: auditEntries.actorKind, data: auditEntries.data })
    .from(auditEntries)
    .where(and(eq(auditEntries.requestId, ready.requestId), like(auditEntries.kind, 'transfer.%')))
    .orderBy(auditEntries.id);
  return rows.map(({ kind, actor, data }) => [kind, actor, data.outcome ?? data.reason ?? data.receiver]);
}
const decision = (ready: Ready) =>
  ({
    reference: ready.reference,
    itemId: ready.itemId,
    outcome: 'fulfilled',
    ground: null,
    reasons: null,
    regulator: null,
    remedy: null,
  }) as const;

describe('a portability package that is sent to another controller', () => {
  it('arrives whole, with digest, key, reference and signature, and verifies with the published keys', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    await send(ready);
    const [arrived] = receiver.accepted;
    const [built] = await desk.ctx.db.select().from(packages).where(eq(packages.id, ready.packageId));
    expect(arrived).toMatchObject({ sha256: built?.sha256, bytes: built?.bytes });
    const bytes = receiver.lastBytes() ?? Buffer.alloc(0);
    const keys = keySetSchema.parse(await jwks(desk.ctx));
    expect(await verify(bytes, keys)).toMatchObject({
      verdict: 'valid',
      manifest: { kind: 'portability', reference: ready.reference },
    });
    expect(arrived?.headers).toMatchObject({
      'content-type': 'application/zip',
      'repr-digest': arrived?.headers['content-digest'],
      'idempotency-key': `"${(await rowOf(ready.itemId)).idempotencyKey}"`,
      'habeas-reference': ready.reference,
      'habeas-signature': String((await unzip(bytes)).get('signature.jws')).trim(),
    });
    const { name, email } = { name: 'Anna de Vries', email: '@example.org' };
    expect(JSON.stringify(arrived?.headers)).not.toMatch(new RegExp(`${name}|${email}`));
  });

  it('is on record for the desk, the log and its data subject, who is told by mail and keeps the package', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    expect(await seenBySubject(ready)).toMatchObject({ state: 'released', mayWithdraw: false });
    await send(ready);
    expect(await seenBySubject(ready)).toMatchObject({
      state: 'accepted',
      receiver: { name: 'Southwind Cloud SAS', territory: 'FR' },
      receipt: 'r-1',
      restedAt: desk.clock.now().toString(),
    });
    expect(await entriesOf(ready)).toEqual([
      ['transfer.wished', 'anonymous', 'southwind'],
      ['transfer.released', 'officer', 'southwind'],
      ['transfer.attempted', 'system', 'accepted'],
    ]);
    const mails = await desk.ctx.db
      .select({ kind: outboxMails.kind })
      .from(outboxMails)
      .where(and(eq(outboxMails.requestId, ready.requestId), eq(outboxMails.kind, 'transfer')));
    expect(mails).toHaveLength(1);
    await deliverPackage(desk.officer, { reference: ready.reference, itemId: ready.itemId });
    const notice = await previewDecision(desk.officer, decision(ready));
    expect(notice).toContain('Southwind Cloud SAS, established in France, on 2 November 2026');
    await decideItem(desk.officer, decision(ready), notice);
    expect((await desk.item(ready.itemId)).status).toBe('fulfilled');
  });

  it('leaves nothing by which the receiver knows the person, once the payload of the request is purged', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    await send(ready);
    expect((await rowOf(ready.itemId)).receipt).not.toBeNull();
    await purgePayload(desk.worker, ready.requestId);
    expect(await rowOf(ready.itemId)).toMatchObject({ state: 'accepted', receipt: null, wordsSealed: null });
  });

  it('is sent once, however often the job runs and whatever was lost of the first answer', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    receiver.answer('drop');
    await expect(send(ready)).rejects.toMatchObject({ code: 'connection_broken' });
    expect(await rowOf(ready.itemId)).toMatchObject({ state: 'released', attempts: 1 });
    await send(ready);
    await send(ready);
    expect(receiver.begun).toHaveLength(2);
    expect(receiver.accepted).toHaveLength(1);
    expect(await rowOf(ready.itemId)).toMatchObject({ state: 'accepted', attempts: 2, receipt: 'r-1' });
  });

  it('comes back refused: the desk is told, the subject sees it, and a retry keeps the key', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    receiver.answer(413);
    await send(ready);
    const refused = await rowOf(ready.itemId);
    expect(refused).toMatchObject({ state: 'refused', responseStatus: 413 });
    expect((await readCase(desk.officer, ready.reference)).items[0]).toMatchObject({
      transfer: { state: 'refused', mayRelease: true, mayRuleOut: true },
      lacks: expect.arrayContaining(['transfer_settled']),
    });
    await release(ready);
    await send(ready);
    expect(await rowOf(ready.itemId)).toMatchObject({
      state: 'accepted',
      idempotencyKey: refused.idempotencyKey,
    });
  });

  it('is given up on the last try of a receiver that cannot take it', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    receiver.answer(503, 503);
    await expect(send(ready)).rejects.toMatchObject({ code: 'receiver_busy' });
    await send(ready, true);
    expect(await rowOf(ready.itemId)).toMatchObject({
      state: 'unreachable',
      failure: 'receiver_busy',
      responseStatus: 503,
      attempts: 2,
    });
  });

  it('is in the queue of the desk until somebody sees to it, and in its figures', async () => {
    const before = (await queueFigures(desk.officer)).transfersBack;
    const ready = await readyToSend(desk);
    await release(ready);
    receiver.answer(422);
    await send(ready);
    const back = await listQueue(desk.officer, { state: 'transfer', search: ready.reference });
    expect(back.rows.map(({ reference }) => reference)).toEqual([ready.reference]);
    expect((await queueFigures(desk.officer)).transfersBack).toBe(before + 1);
    await ruleOut(ready, 'no_link');
    expect((await listQueue(desk.officer, { state: 'transfer', search: ready.reference })).rows).toEqual([]);
    expect((await queueFigures(desk.officer)).transfersBack).toBe(before);
  });

  it('is taken up again when the worker died with the last try of its job', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    const { id } = await rowOf(ready.itemId);
    await desk.ctx.db.execute(sql`select graphile_worker.remove_job(${`transfer:${id}`})`);
    expect(await resumeTransfers(desk.worker)).toBeGreaterThan(0);
    const waiting = () =>
      desk.ctx.db.execute(sql`select from graphile_worker.jobs where key = ${`transfer:${id}`}`);
    expect(await waiting()).toHaveLength(1);
    expect(await resumeTransfers(desk.worker)).toBe(0);
    await expect(resumeTransfers(desk.officer)).rejects.toThrow('system_only');
  });

  it('does not leave when the identity fell after the release', async () => {
    const ready = await readyToSend(desk);
    await release(ready);
    await refuseIdentity(desk.officer, {
      reference: ready.reference,
      doubt: 'suspected_impersonation',
      reason: 'Somebody else called about this.',
    });
    await send(ready);
    expect(receiver.begun).toEqual([]);
    expect(await rowOf(ready.itemId)).toMatchObject({ state: 'unreachable', failure: 'release_fell' });
  });

  it('goes to whom the subject confirmed: a receiver under another name or elsewhere gets nothing', async () => {
    const [before, after] = [await readyToSend(desk), await readyToSend(desk)];
    await release(after);
    await configure(desk.worker, southwindAt(receiver, { territory: 'US' }));
    await expect(release(before)).rejects.toMatchObject({ code: 'receiver_changed' });
    await send(after);
    expect(receiver.begun).toEqual([]);
    expect(await rowOf(after.itemId)).toMatchObject({ state: 'unreachable', failure: 'receiver_changed' });
    await configure(desk.worker);
    await expect(release(before)).rejects.toMatchObject({ code: 'receiver_changed' });
  });
});

describe('the release', () => {
  it.each(OUTSIDERS)('is not for %s', async (_who, actor) => {
    const given = { reference: 'HB-0000-0000', itemId: crypto.randomUUID() };
    expect(() => releaseTransfer(desk.as(actor), given)).toThrow('staff_role_required');
    expect(() => ruleOutTransfer(desk.as(actor), { ...given, reason: 'no_link', words: WORDS })).toThrow(
      'staff_role_required',
    );
  });

  it('waits for what a delivery waits for: a package, its review, and the identity', async () => {
    const items = await wishFor(desk.ctx);
    const filed = await desk.file({ items });
    const given = { reference: filed.reference, itemId: filed.items[0] ?? '' };
    await expect(releaseTransfer(desk.officer, given)).rejects.toMatchObject({ code: 'no_package' });
    const ready = await readyToSend(desk);
    await desk.ctx.db.update(requests).set({ assurance: 'none' }).where(eq(requests.id, ready.requestId));
    await expect(release(ready)).rejects.toMatchObject({ code: 'identity_insufficient' });
  });

  it('happens once: two officers at the same time send one package', async () => {
    const ready = await readyToSend(desk);
    const outcomes = await Promise.allSettled([release(ready), release(ready, desk.colleague)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not there for somebody whom the subject named, nor under a law without direct transmission', async () => {
    const named = await readyToSend(desk, {
      items: [{ right: 'portability', details: { scope: 'everything', transferTo: 'http://10.0.0.1/' } }],
    });
    await expect(release(named)).rejects.toMatchObject({ code: 'receiver_unknown' });
    expect((await readCase(desk.officer, named.reference)).items[0]?.transfer).toMatchObject({
      receiver: null,
      mayRelease: false,
      law: { citation: 'GDPR Art. 20(2)' },
    });
    const korean = await readyToSend(desk, {
      country: 'KR',
      items: [{ right: 'portability', details: { transferTo: 'Southwind' } }],
    });
    await expect(release(korean)).rejects.toMatchObject({ code: 'no_direct_transmission' });
    await expect(ruleOut(korean, 'no_link')).rejects.toMatchObject({
      details: { issues: expect.anything() },
    });
    await ruleOut(korean, 'no_right');
    expect(await rowOf(korean.itemId)).toMatchObject({ state: 'infeasible', citation: 'PIPA Art. 35-2' });
  });
});

describe('a transfer that is not made', () => {
  it('is explained in the decision with its citation, and the item cannot be fulfilled before', async () => {
    const ready = await readyToSend(desk);
    await deliverPackage(desk.officer, { reference: ready.reference, itemId: ready.itemId });
    await expect(previewDecision(desk.officer, decision(ready))).rejects.toMatchObject({
      details: { expected: ['transfer_settled'] },
    });
    await ruleOut(ready, 'no_link');
    const notice = await previewDecision(desk.officer, decision(ready));
    expect(notice).toContain('not technically feasible (GDPR Art. 20(2))');
    expect(notice).toContain(WORDS);
    expect(await seenBySubject(ready)).toMatchObject({
      state: 'infeasible',
      reason: 'no_link',
      citation: 'GDPR Art. 20(2)',
      words: WORDS,
    });
  });

  it('can be taken back by its data subject until it is released, and by nobody else', async () => {
    const ready = await readyToSend(desk);
    const subject = await subjectOf(ready);
    const given = { requestId: ready.requestId, ordinal: 0 };
    await expect(withdrawWish(desk.officer, given)).rejects.toThrow('subject_session_required');
    const other = desk.as({ kind: 'subject', requestId: crypto.randomUUID(), scope: 'track' });
    await expect(withdrawWish(other, given)).rejects.toThrow('subject_session_required');
    await withdrawWish(subject, given);
    await expect(release(ready)).rejects.toMatchObject({ code: 'transfer_refused' });
    await deliverPackage(desk.officer, { reference: ready.reference, itemId: ready.itemId });
    expect(await previewDecision(desk.officer, decision(ready))).toContain('You withdrew the wish');

    const released = await readyToSend(desk);
    await release(released);
    await expect(
      withdrawWish(await subjectOf(released), { requestId: released.requestId, ordinal: 0 }),
    ).rejects.toMatchObject({ code: 'transfer_refused' });
  });

  it('is refused at filing when the receiver is no longer what was confirmed', async () => {
    const items = await wishFor(desk.ctx);
    desk.clock.set(desk.clock.now().add({ seconds: 1 }));
    await configure(desk.worker, southwindAt(receiver, { name: 'Southwind Holding Ltd' }));
    await expect(desk.file({ items })).rejects.toMatchObject({ code: 'receiver_changed' });
    await expect(desk.file({ country: 'KR', items: await wishFor(desk.ctx) })).rejects.toMatchObject({
      code: 'receiver_changed',
    });
  });
});
