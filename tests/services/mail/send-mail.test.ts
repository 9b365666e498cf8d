import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { actingAs, type Ctx } from '#app/services/context.ts';
import { smtpTransport } from '#app/services/mail/mail-transport.ts';
import { sendMail } from '#app/services/mail/send-mail.ts';
import { auditEntries, outboxMails } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { type TestSmtp, testSmtp } from '#tests/support/smtp-server.ts';
import { addOrganisation, addRequest, putInOutbox } from './outbox-fixture.ts';

let database: TestDatabase;
let world: ReturnType<typeof testContext>;
let worker: Ctx;
let smtp: TestSmtp;

beforeAll(async () => {
  database = await testDatabase();
  world = testContext(database.app.db);
  worker = actingAs(world.ctx, { kind: 'system', name: 'send_mail' });
  await addOrganisation(world.ctx);
});
afterAll(() => database.drop());
beforeEach(async () => {
  smtp = await testSmtp();
  world.clock.set(world.clock.now().add({ seconds: 1 }));
});
afterEach(() => smtp.close());

const send = (mailId: string, last = false) =>
  sendMail(worker, mailId, { last, transport: smtpTransport(smtp.url) });
const rowOf = async (id: string) =>
  (await worker.db.select().from(outboxMails).where(eq(outboxMails.id, id)))[0];
const headerOf = (raw: string | undefined, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'mi').exec(raw ?? '')?.[1]?.trim();
const kindsAfter = async (mail: string) =>
  (await worker.db.select().from(auditEntries))
    .filter(({ data }) => data.mail === mail)
    .map(({ kind }) => kind);

test('a mail leaves once, is marked after the server took it, and running again sends nothing', async () => {
  const row = await putInOutbox(world.ctx);
  expect(await send(row.id)).toBe('sent');
  expect(await send(row.id)).toBe('gone');
  expect(smtp.accepted).toHaveLength(1);
  expect(headerOf(smtp.accepted[0], 'message-id')).toBe(row.messageId);
  expect(headerOf(smtp.accepted[0], 'x-habeas-reference')).toBe('HB-7K3M-9Q2X');
  expect((await rowOf(row.id))?.sentAt?.toString()).toBe(world.clock.now().toString());
  expect(await kindsAfter(row.id)).toEqual(['mail.sent']);
});

test.each([
  ['refuses', 'refuse', 'EMESSAGE 550'],
  ['asks to come later', 'later', 'EMESSAGE 451'],
  ['hangs up after the data', 'drop', 'ECONNECTION'],
] as const)(
  'when the server %s, the mail stays, the failure is known by code only, and the next try sends it',
  async (_what, answer, code) => {
    const row = await putInOutbox(world.ctx);
    smtp.answer(answer);
    await expect(send(row.id)).rejects.toThrow();
    const kept = await rowOf(row.id);
    expect(kept).toMatchObject({ attempts: 1, lastFailure: code, sentAt: null, gaveUpAt: null });
    expect(await send(row.id)).toBe('sent');
    expect(smtp.read.map((raw) => headerOf(raw, 'message-id'))).toEqual([row.messageId, row.messageId]);
    expect(await rowOf(row.id)).toMatchObject({ attempts: 2, lastFailure: null });
  },
);

test('when nobody listens the mail stays', async () => {
  const row = await putInOutbox(world.ctx);
  await smtp.close();
  await expect(send(row.id)).rejects.toThrow();
  expect(await rowOf(row.id)).toMatchObject({ attempts: 1, lastFailure: 'ESOCKET', sentAt: null });
});

test('after the last try it is given up, which is in the log, and the row stays', async () => {
  const row = await putInOutbox(world.ctx);
  smtp.answer('refuse');
  expect(await send(row.id, true)).toBe('gave_up');
  expect(await rowOf(row.id)).toMatchObject({ sentAt: null, toSealed: expect.any(String) });
  expect(await kindsAfter(row.id)).toEqual(['mail.gave_up']);
  expect(await send(row.id)).toBe('gone');
});

test('an address that would smuggle a second recipient in is given up at once', async () => {
  const row = await putInOutbox(world.ctx, { to: 'ada@example.org\r\nBcc: eve@example.org' });
  expect(await send(row.id)).toBe('gave_up');
  expect(smtp.read).toEqual([]);
});

test('two workers at the same mail send it once', async () => {
  const row = await putInOutbox(world.ctx);
  const outcomes = await Promise.all([send(row.id), send(row.id), send(row.id)]);
  expect(outcomes.toSorted()).toEqual(['gone', 'gone', 'sent']);
  expect(smtp.accepted).toHaveLength(1);
});

test('nothing that the visitor typed is in the mails that leave before the address is proven', async () => {
  const typed = 'Visit evil.example now';
  const requestId = await addRequest(world.ctx, { typed });
  const drafts = [
    { kind: 'receipt', requestId },
    { kind: 'code', requestId, params: { code: '123456', minutes: 15, purpose: 'verify' } },
    { kind: 'clarification', requestId, params: { question: typed } },
    { kind: 'expiry_warning', requestId, params: { expiresOn: '2026-12-24' } },
  ];
  for (const draft of drafts) {
    world.clock.set(world.clock.now().add({ seconds: 1 }));
    expect(await send((await putInOutbox(world.ctx, draft)).id)).toBe('sent');
  }
  expect(smtp.accepted.filter((raw) => raw.includes('evil'))).toEqual([]);
  expect(smtp.accepted[0]).toContain('General Data Protection Regulation');
});

test('only the worker may send', async () => {
  const row = await putInOutbox(world.ctx);
  await expect(sendMail(world.ctx, row.id, { last: false })).rejects.toThrow(/system_only/);
});
