import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRealName } from '#app/services/cases/check-real-name.ts';
import { correctResidence } from '#app/services/cases/correct-residence.ts';
import { readCase } from '#app/services/cases/read-case.ts';
import { refuseIdentity } from '#app/services/cases/refuse-identity.ts';
import { verifyIdentityByHand } from '#app/services/cases/verify-identity-by-hand.ts';
import { provenOf } from '#app/services/collection/collection-world.ts';
import { loadCollection } from '#app/services/collection/load-collection.ts';
import { dataMapDigest } from '#app/services/collection/read-data-map.ts';
import { sendCodeToAddressOnFile } from '#app/services/identity/address-on-file.ts';
import { confirmAddress } from '#app/services/identity/confirm-address.ts';
import { claimAccount, proveAccount } from '#app/services/identity/prove-account.ts';
import type { Filing } from '#app/services/requests/file-request.ts';
import { purgePayload } from '#app/services/retention/purge-payload.ts';
import { generateNorthwind } from '#db/northwind/generate.ts';
import { REAL_NAME_CASES } from '#db/northwind/generate-real-names.ts';
import {
  auditEntries,
  connections,
  dataMaps,
  outboxMails,
  realNameChecks,
  requests,
} from '#db/schema/index.ts';
import { type DemoDesk, openDemoDesk } from '#tests/services/disclosure/demo-desk.ts';
import { OUTSIDERS } from './desk.ts';

let desk: DemoDesk;
beforeAll(async () => {
  desk = await openDemoDesk(50);
});
afterAll(() => desk.close());

const network = '192.0.2.0/24';
const customers = generateNorthwind().accounts as { account_id: string; full_name: string; email: string }[];
const customer = (id: string) => {
  const found = customers.find(({ account_id }) => account_id === id);
  if (!found) throw new Error(`no customer ${id}`);
  return { accountId: id, name: found.full_name, email: found.email };
};
const { sameName, otherName, notCompleted, noRecord, anew, ended } = REAL_NAME_CASES;

/** The newest code of a request for a purpose. */
async function code(requestId: string, purpose: string): Promise<string> {
  const rows = await desk.ctx.db
    .select()
    .from(outboxMails)
    .where(and(eq(outboxMails.requestId, requestId), eq(outboxMails.kind, 'code')))
    .orderBy(desc(outboxMails.createdAt));
  const found = rows
    .map(({ paramsSealed }) => JSON.parse(desk.ctx.vault.open(paramsSealed ?? '', 'outbox_mails.params')))
    .find((params) => params.purpose === purpose);
  return found?.code ?? '';
}

/** A request of the holder of an account in mainland China; `proven`: with the code to the mailbox that they gave. */
async function filed(accountId: string, filing: Partial<Filing> = {}, proven = true) {
  // An address gets five codes an hour.
  desk.clock.set(desk.clock.now().add({ hours: 1 }));
  const found = await desk.file({ country: 'CN', ...customer(accountId), ...filing });
  const subject = desk.as({ kind: 'subject', requestId: found.requestId, scope: 'filed' });
  if (proven)
    await confirmAddress(subject, {
      requestId: found.requestId,
      code: await code(found.requestId, 'verify'),
      network,
    });
  return { ...found, subject };
}

async function check(reference: string) {
  desk.clock.set(desk.clock.now().add({ minutes: 1 }));
  await checkRealName(desk.officer, { reference });
  const { assurance, realName, proofs } = await readCase(desk.auditor, reference);
  return { assurance, proofs, last: realName?.last };
}

describe('looking up the real name behind an account', () => {
  it.each(OUTSIDERS)('is not for %s', async (_name, actor) => {
    const { reference } = await filed(sameName, { email: 'x1@example.org' }, false);
    await expect(checkRealName(desk.as(actor), { reference })).rejects.toThrow('staff_role_required');
    expect((await readCase(desk.auditor, reference)).realName).toEqual({ available: true, last: null });
  });

  it('raises the assurance of the holder who proved the mailbox on file, and tells method, day and source', async () => {
    const { reference, requestId } = await filed(sameName);
    expect((await desk.request(reference)).assurance).toBe('email');
    const { assurance, last, proofs } = await check(reference);
    expect(assurance).toBe('reasonably_high');
    expect(last).toMatchObject({
      finding: 'same_name',
      control: 'mailbox_on_file',
      shortfalls: [],
      counts: true,
      method: 'id_card_and_face',
      authenticatedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      source: 'northwind/real_name_authentications',
    });
    expect(proofs.at(-1)).toMatchObject({ method: 'real_name_authentication', assurance: 'reasonably_high' });
    expect(await provenOf(desk.ctx, desk.ctx, requestId)).toContainEqual({
      kind: 'account_id',
      value: sameName,
      methods: ['real_name_authentication'],
    });
  });

  it('raises it for who came by another mailbox and answered the code to the address on file', async () => {
    const { reference, requestId, subject } = await filed(sameName, { email: 'elsewhere@example.org' });
    expect(await check(reference)).toMatchObject({
      assurance: 'email',
      last: { finding: 'same_name', control: 'none', shortfalls: ['not_controlled'], counts: false },
    });
    await claimAccount(subject, { requestId, network });
    await sendCodeToAddressOnFile(desk.worker, { requestId });
    await proveAccount(subject, { requestId, code: await code(requestId, 'address_on_file'), network });
    expect(await check(reference)).toMatchObject({
      assurance: 'reasonably_high',
      last: { control: 'account_proven', shortfalls: [], counts: true },
    });
  });

  it('does not take an officer’s comparison for control over the account', async () => {
    const { reference } = await filed(sameName, { email: 'by-hand@example.org' });
    await verifyIdentityByHand(desk.officer, {
      reference,
      method: 'attribute_matching',
      compared: ['name', 'account_id'],
      reason: 'Both agree with the account record.',
      proven: [{ kind: 'account_id', value: sameName }],
    });
    expect(await check(reference)).toMatchObject({
      assurance: 'reasonable',
      last: { control: 'none', shortfalls: ['not_controlled'] },
    });
  });

  it.each([
    ['under another name', otherName, 'other_name', 'name_differs'],
    ['that was never completed', notCompleted, 'not_completed', 'not_authenticated'],
    ['of which there is no record', noRecord, 'no_record', 'not_authenticated'],
    ['that was taken back', ended, 'not_completed', 'not_authenticated'],
  ])(
    'gives nothing for an authentication %s, and refuses nothing',
    async (_what, account, finding, shortfall) => {
      const { reference, items } = await filed(account);
      const before = (await desk.item(items[0] ?? '')).status;
      expect(await check(reference)).toMatchObject({
        assurance: 'email',
        last: { finding, shortfalls: [shortfall], counts: false },
      });
      expect((await desk.item(items[0] ?? '')).status).toBe(before);
    },
  );

  it('goes by the present holder when a former one was authenticated before', async () => {
    const { reference } = await filed(anew);
    expect((await check(reference)).last).toMatchObject({ finding: 'same_name', counts: true });
  });

  it('compares letter by letter but for spacing, width and case', async () => {
    const { name } = customer(sameName);
    const { reference } = await filed(sameName, { name: ` ${[...name].join('\u3000')} ` });
    expect((await check(reference)).last?.finding).toBe('same_name');
    const { reference: typo } = await filed(sameName, { name: `${name}英` });
    expect((await check(typo)).last?.finding).toBe('other_name');
  });

  it.each([
    ['KR', null],
    ['CN', 'CN-HK'],
    ['SG', null],
  ])('adds nothing for a residence in %s %s', async (country, region) => {
    const { reference } = await filed(sameName, {
      country,
      region,
      email: `${country}${region}@example.org`,
    });
    expect((await check(reference)).last?.shortfalls).toContain('elsewhere');
  });

  it('adds nothing to a request on behalf of the holder', async () => {
    const representative = { name: 'An agent', relation: 'power of attorney' };
    const { reference } = await filed(sameName, { filedFor: 'represented', representative });
    expect(await check(reference)).toMatchObject({ assurance: 'none', last: { counts: false } });
  });
});

describe('a real-name proof', () => {
  it('is taken back by a later look that no longer finds it', async () => {
    const { reference } = await filed(sameName);
    await check(reference);
    const { sql } = desk.base.owner;
    await sql`update real_name_authentications set revoked_at = '2026-01-01' where account_id = ${sameName}`;
    const later = await check(reference);
    await sql`update real_name_authentications set revoked_at = null where account_id = ${sameName}`;
    expect(later).toMatchObject({ assurance: 'email', last: { finding: 'not_completed', counts: false } });
    expect((await check(reference)).assurance).toBe('reasonably_high');
  });

  it('falls when the residence turns out to be elsewhere, and the other proofs stay', async () => {
    const { reference } = await filed(sameName);
    await check(reference);
    await correctResidence(desk.officer, {
      reference,
      country: 'SG',
      region: null,
      reason: 'The subject moved to Singapore in spring.',
    });
    const found = await readCase(desk.officer, reference);
    expect(found.assurance).toBe('email');
    expect(found.realName?.last?.counts).toBe(false);
    expect(found.proofs.filter(({ revoked }) => !revoked).map(({ method }) => method)).toEqual([
      'email_code',
    ]);
  });

  it('falls with the others when the identity is doubted', async () => {
    const { reference } = await filed(sameName);
    await check(reference);
    await refuseIdentity(desk.officer, {
      reference,
      doubt: 'suspected_impersonation',
      reason: 'The holder wrote that this is not theirs.',
    });
    const found = await readCase(desk.officer, reference);
    expect(found.assurance).toBe('none');
    expect(found.realName?.last?.counts).toBe(false);
  });
});

describe('what was found by an account that its real name proved', () => {
  const newestRun = async (requestId: string) => {
    const loaded = await loadCollection(desk.officer, { requestId });
    return loaded?.run;
  };
  const moved = (reference: string) =>
    correctResidence(desk.officer, {
      reference,
      country: 'SG',
      region: null,
      reason: 'The subject moved to Singapore in spring.',
    });

  it('stays while the same look finds the same, and is set aside once it no longer does', async () => {
    const { reference, requestId } = await filed(sameName);
    await check(reference);
    await desk.collect(reference);
    await check(reference);
    expect(await newestRun(requestId)).toMatchObject({ status: 'collected', failure: null });
    const { sql } = desk.base.owner;
    await sql`update real_name_authentications set revoked_at = '2026-01-01' where account_id = ${sameName}`;
    await check(reference);
    await sql`update real_name_authentications set revoked_at = null where account_id = ${sameName}`;
    expect(await newestRun(requestId)).toMatchObject({ status: 'failed', failure: 'proof_withdrawn' });
  });

  it('is set aside when the residence turns out to be elsewhere', async () => {
    const { reference, requestId } = await filed(sameName);
    await check(reference);
    await desk.collect(reference);
    await moved(reference);
    expect(await newestRun(requestId)).toMatchObject({ status: 'failed', failure: 'proof_withdrawn' });
  });

  it('stays where a code to the address on file proves the account besides', async () => {
    const { reference, requestId, subject } = await filed(sameName, { email: 'besides@example.org' });
    await claimAccount(subject, { requestId, network });
    await sendCodeToAddressOnFile(desk.worker, { requestId });
    await proveAccount(subject, { requestId, code: await code(requestId, 'address_on_file'), network });
    await check(reference);
    await desk.collect(reference);
    await moved(reference);
    expect(await newestRun(requestId)).toMatchObject({ status: 'collected' });
  });
});

describe('what is kept of a look', () => {
  it('is neither the recorded name nor the account, in no table and not in the log', async () => {
    const { reference, requestId } = await filed(otherName);
    await check(reference);
    const [check_] = await desk.ctx.db
      .select()
      .from(realNameChecks)
      .where(eq(realNameChecks.requestId, requestId));
    const logged = await desk.ctx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.requestId, requestId), eq(auditEntries.kind, 'identity.real_name_checked')));
    expect(logged.map(({ data }) => data)).toEqual([
      { check: check_?.id, finding: 'other_name', control: 'mailbox_on_file', raised: false },
    ]);
    const kept = JSON.stringify([check_, logged]);
    for (const personal of ['林雪梅', otherName, customer(otherName).name, customer(otherName).email])
      expect(kept).not.toContain(personal);
  });

  it('goes with the payload of the request', async () => {
    const { reference, requestId } = await filed(noRecord, { email: 'purged@example.org' });
    await check(reference);
    await purgePayload(desk.worker, requestId);
    expect(await desk.ctx.db.$count(realNameChecks, eq(realNameChecks.requestId, requestId))).toBe(0);
  });
});

describe('a look that cannot be had', () => {
  it('says that the request names no account', async () => {
    const { reference } = await desk.file({ country: 'CN' });
    await expect(checkRealName(desk.officer, { reference })).rejects.toMatchObject({ code: 'no_account' });
    expect((await readCase(desk.officer, reference)).realName).toBeNull();
  });

  it('says that the source could not be read, and changes nothing', async () => {
    const { reference, requestId } = await filed(sameName, { email: 'unread@example.org' });
    const sealed = (url: string) => desk.ctx.vault.seal(JSON.stringify({ url }), 'connections.config');
    const point = (url: string) => desk.ctx.db.update(connections).set({ configSealed: sealed(url) });
    await point('postgres://reader:pw@127.0.0.1:1/none');
    await expect(checkRealName(desk.officer, { reference })).rejects.toMatchObject({
      code: 'source_unreadable',
    });
    await point(desk.base.appUrl);
    expect(await desk.ctx.db.$count(realNameChecks, eq(realNameChecks.requestId, requestId))).toBe(0);
  });

  it('is not offered where the data map does not say where real names are recorded', async () => {
    const { reference } = await filed(sameName, { email: 'unmapped@example.org' });
    const [row] = await desk.ctx.db.select().from(dataMaps);
    const yaml = (row?.yaml ?? '').replace(/ {10}real_name:\n( {12}.*\n)+/, '');
    const activatedAt = desk.clock.now().add({ minutes: 1 });
    const digest = dataMapDigest(yaml);
    await desk.ctx.db.insert(dataMaps).values({ yaml, digest, activatedBy: 'test', activatedAt });
    await expect(checkRealName(desk.officer, { reference })).rejects.toMatchObject({
      code: 'no_real_name_source',
    });
    expect((await readCase(desk.officer, reference)).realName).toBeNull();
    await desk.ctx.db.delete(dataMaps).where(eq(dataMaps.digest, digest));
  });

  it('is no look at a request that is closed, or that is not there', async () => {
    await expect(checkRealName(desk.officer, { reference: 'HB-0000-0000' })).rejects.toMatchObject({
      name: 'NotFound',
    });
    const { reference } = await filed(sameName, { email: 'closed@example.org' });
    const closedAt = desk.clock.now();
    await desk.ctx.db.update(requests).set({ closedAt }).where(eq(requests.reference, reference));
    await expect(checkRealName(desk.officer, { reference })).rejects.toMatchObject({ code: 'nothing_open' });
  });
});
