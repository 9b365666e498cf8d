import { setTimeout } from 'node:timers/promises';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change } from '#app/services/change.ts';
import { checkCode, issueCode } from '#app/services/identity/codes.ts';
import { oneTimeCodes, outboxMails, requests } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

let people = 0;

async function codeSent() {
  const { ctx, clock } = testContext(base.app.db);
  people += 1;
  const address = `Person${people}@example.org`;
  const [request] = await ctx.db
    .insert(requests)
    .values({
      reference: `HB-0000-${String(people).padStart(4, '0')}`,
      submissionKey: `key-${people}`,
      locale: 'en',
      country: 'NL',
      jurisdiction: 'EEA',
      regimeKind: 'law',
      receivedAt: clock.now(),
      filedFor: 'self',
    })
    .returning();
  const requestId = request?.id as string;
  const asker = { kind: 'stranger', network: '192.0.2.0/24' } as const;
  const issue = () =>
    change(ctx, (tx) =>
      issueCode(ctx, tx, { requestId, purpose: 'verify', address, locale: 'en', reference: null, asker }),
    );
  const attempt = (code: string, purpose: 'verify' | 'download' = 'verify') =>
    change(ctx, (tx) =>
      checkCode(ctx, tx, { purpose, address: address.toLowerCase(), code, requestId, asker }),
    );
  await issue();
  const [mail] = await ctx.db
    .select()
    .from(outboxMails)
    .orderBy(desc(outboxMails.createdAt), desc(outboxMails.id));
  const mails = await ctx.db.select().from(outboxMails);
  const own = mails.find((one) => one.requestId === requestId) ?? mail;
  const { code } = JSON.parse(ctx.vault.open(own?.paramsSealed as string, 'outbox_mails.params')) as {
    code: string;
  };
  const wrong = code === '000000' ? '000001' : '000000';
  return { ctx, clock, requestId, address, asker, issue, attempt, code, wrong };
}

describe('a one-time code', () => {
  it('has six digits, proves its address once, and stands nowhere in the clear', async () => {
    const { ctx, attempt, code, requestId } = await codeSent();
    expect(code).toMatch(/^\d{6}$/);
    const stored = JSON.stringify([
      await ctx.db.select().from(oneTimeCodes),
      await ctx.db.select().from(outboxMails),
    ]);
    expect(stored).not.toContain(code);
    expect(await attempt(code)).toEqual({ ok: true, requestId });
    expect(await attempt(code)).toEqual({ ok: false });
  });

  it('is read as people type it: with spaces, or in full-width digits', async () => {
    const { attempt, code } = await codeSent();
    const fullWidth = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    expect((await attempt(` ${fullWidth.slice(0, 3)} ${fullWidth.slice(3)} `)).ok).toBe(true);
  });

  it('serves only the purpose it was made for', async () => {
    const { attempt, code } = await codeSent();
    expect(await attempt(code, 'download')).toEqual({ ok: false });
  });

  it('is worth nothing after fifteen minutes', async () => {
    const { attempt, clock, code } = await codeSent();
    clock.set(clock.now().add({ minutes: 15 }));
    expect(await attempt(code)).toEqual({ ok: false });
  });

  it('is worth nothing after five wrong tries, also when they come at the same time', async () => {
    const { attempt, code, wrong } = await codeSent();
    await Promise.all([1, 2, 3, 4, 5].map(() => attempt(wrong)));
    expect(await attempt(code)).toEqual({ ok: false });
  });

  it('is worth nothing once a later one was entered', async () => {
    const { ctx, clock, attempt, issue, code, requestId } = await codeSent();
    clock.set(clock.now().add({ seconds: 1 }));
    await issue();
    const codes = (await ctx.db.select().from(outboxMails).where(eq(outboxMails.requestId, requestId)))
      .map(({ paramsSealed }) => JSON.parse(ctx.vault.open(paramsSealed ?? '', 'outbox_mails.params')).code)
      .filter((one) => one !== code);
    expect(await attempt(codes[0] ?? code)).toMatchObject({ ok: true });
    expect(await attempt(code)).toEqual({ ok: false });
  });

  it('can be asked for five times an hour', async () => {
    const { issue } = await codeSent();
    for (let i = 0; i < 4; i++) await issue();
    await expect(issue()).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('is not compared by a try that waited while another one used up the failures of the day', async () => {
    const { ctx, clock, requestId, address, asker, issue, attempt, wrong } = await codeSent();
    for (let failure = 1; failure < 20; failure++) {
      await attempt(wrong);
      if (failure % 5 !== 0 && failure < 19) continue;
      clock.set(clock.now().add({ minutes: 20 }));
      await issue();
    }
    const [mail] = await ctx.db
      .select()
      .from(outboxMails)
      .where(eq(outboxMails.requestId, requestId))
      .orderBy(desc(outboxMails.createdAt));
    const { code } = JSON.parse(ctx.vault.open(mail?.paramsSealed ?? '', 'outbox_mails.params'));
    const entered = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const last = change(ctx, async (tx) => {
      const trying = { purpose: 'verify', address: address.toLowerCase(), requestId, asker } as const;
      const checked = await checkCode(ctx, tx, { ...trying, code: wrong });
      entered.resolve();
      await mayEnd.promise;
      return checked;
    });
    await entered.promise;
    const waiting = attempt(code).catch((error: unknown) => error);
    await setTimeout(300);
    mayEnd.resolve();
    expect(await last).toEqual({ ok: false });
    expect(await waiting).toMatchObject({ code: 'rate_limited' });
  });

  it('is refused for an address that failed twenty times in a day, whichever code was tried', async () => {
    const { issue, attempt, clock, wrong } = await codeSent();
    for (let round = 0; round < 4; round++) {
      for (let i = 0; i < 5; i++) expect((await attempt(wrong)).ok).toBe(false);
      clock.set(clock.now().add({ minutes: 20 }));
      await issue();
    }
    await expect(attempt(wrong)).rejects.toMatchObject({ code: 'rate_limited' });
  });
});
