import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '#app/services/context.ts';
import { listDemoMails, readDemoMail } from '#app/services/mail/demo-outbox.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { addOrganisation, putInOutbox } from './outbox-fixture.ts';

let database: TestDatabase;
let ctx: Ctx;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  ctx = testContext(database.app.db).ctx;
  await addOrganisation(ctx);
  const params = { code: '043210', minutes: 15, purpose: 'verify' };
  id = (await putInOutbox(ctx, { kind: 'code', params })).id;
});
afterAll(() => database.drop());

test('in the demo a mail can be read as its reader would, code included', async () => {
  expect(await listDemoMails(ctx)).toMatchObject([
    { id, to: 'ada@example.org', subject: expect.stringContaining('HB-') },
  ]);
  expect((await readDemoMail(ctx, id)).text.split('\n')).toContain('043210');
});

test.each([{ demo: false }, { smtpUrl: 'smtp://mail.example' }])(
  'with %j there is no such page',
  async (config) => {
    const elsewhere = { ...ctx, config: { ...ctx.config, ...config } };
    await expect(listDemoMails(elsewhere)).rejects.toThrow('demo_outbox');
    await expect(readDemoMail(elsewhere, id)).rejects.toThrow('demo_outbox');
  },
);

test.each(['nonsense', '3f2b8f5e-6a58-4d1c-9a51-0c6a52a2f001'])('%s is no mail', async (other) => {
  await expect(readDemoMail(ctx, other)).rejects.toThrow('mail');
});
