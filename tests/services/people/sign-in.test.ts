import { setTimeout as sleep } from 'node:timers/promises';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/services/context.ts';
import { changePerson } from '#app/services/people/change-person.ts';
import { type CreatedPerson, createPerson } from '#app/services/people/create-person.ts';
import { readStaffSession } from '#app/services/people/read-staff-session.ts';
import { signIn, signOut, verifySecondFactor } from '#app/services/people/sign-in.ts';
import { auditEntries, people, staffAccounts, staffSessions, staffTwoFactors } from '#db/schema/index.ts';
import { testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { totp } from '#tests/support/totp.ts';

let base: TestDatabase;
let ctx: Ctx;
let officer: CreatedPerson;

beforeAll(async () => {
  base = await testDatabase();
  const test = testContext(base.app.db);
  ctx = test.ctx;
  const system = test.as({ kind: 'system', name: 'seed' });
  officer = await createPerson(system, { name: 'Mina Park', email: 'Mina@Example.org', role: 'officer' });
  await createPerson(system, { name: 'Ada', email: 'ada@example.org', role: 'administrator' });
});
afterAll(() => base.drop());

const network = '192.0.2.0/24';
/** The cookies that a browser would send back. */
const jar = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ');

/** As if half a minute had passed: tests do not wait for the next code. */
async function nextCodeIsOut() {
  const left = 30_000 - (Date.now() % 30_000);
  // A test counts on its codes staying what they are.
  if (left < 3_000) await sleep(left);
  await ctx.db.update(staffTwoFactors).set({ lastTimeStep: null });
}

async function enter(person: CreatedPerson = officer): Promise<string> {
  await nextCodeIsOut();
  const first = await signIn(ctx, { email: person.email, password: person.password, network });
  const second = await verifySecondFactor(ctx, {
    code: totp(person.totpSecret),
    cookie: jar(first.cookies),
  });
  expect(second.ok).toBe(true);
  return jar(second.cookies);
}

const lastEntry = async () => {
  const [entry] = await ctx.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1);
  return entry && { kind: entry.kind, actorId: entry.actorId, data: entry.data };
};

async function challenge(): Promise<string> {
  return jar((await signIn(ctx, { email: officer.email, password: officer.password, network })).cookies);
}

describe('a code of the authenticator', () => {
  it('is taken once: neither again in its half minute nor after a later one (RFC 6238 section 5.2)', async () => {
    await nextCodeIsOut();
    const [before, now, after] = [-30_000, 0, 30_000].map((ms) => totp(officer.totpSecret, Date.now() + ms));
    const attempt = async (code = '') => verifySecondFactor(ctx, { code, cookie: await challenge() });
    expect(await attempt(now)).toMatchObject({ ok: true });
    expect(await attempt(now)).toEqual({ ok: false, cookies: [], reason: 'spent' });
    expect(await lastEntry()).toMatchObject({
      kind: 'person.sign_in_failed',
      actorId: null,
      data: { reason: 'second_factor_spent' },
    });
    expect(await attempt(before)).toMatchObject({ ok: false, reason: 'spent' });
    expect(await attempt(after)).toMatchObject({ ok: true });
    expect(await attempt(now)).toMatchObject({ ok: false, reason: 'spent' });
  });

  it('leaves the password as entered when it is refused as used, so that the next code is enough', async () => {
    await enter();
    const cookie = await challenge();
    expect(await verifySecondFactor(ctx, { code: totp(officer.totpSecret), cookie })).toMatchObject({
      reason: 'spent',
    });
    const next = totp(officer.totpSecret, Date.now() + 30_000);
    expect(await verifySecondFactor(ctx, { code: next, cookie })).toMatchObject({ ok: true });
  });

  it('opens one of several sign-ins that bring it at the same moment', async () => {
    const cookies = [];
    for (let i = 0; i < 4; i++) cookies.push(await challenge());
    await nextCodeIsOut();
    const before = await ctx.db.$count(staffSessions);
    const code = totp(officer.totpSecret);
    const answers = await Promise.all(cookies.map((cookie) => verifySecondFactor(ctx, { code, cookie })));
    expect(answers.map((answer) => (answer.ok ? 'in' : answer.reason)).sort()).toEqual([
      'in',
      'spent',
      'spent',
      'spent',
    ]);
    expect(await ctx.db.$count(staffSessions)).toBe(before + 1);
  });

  it('is judged for the password just entered, also in a browser whose session is still open', async () => {
    const session = await enter();
    const before = await ctx.db.$count(staffSessions);
    const token = session.split('; ').find((pair) => pair.includes('session_token='));
    const cookie = `${token}; ${await challenge()}`;
    const attempt = (code: string) => verifySecondFactor(ctx, { code, cookie });
    expect(await attempt(totp(officer.totpSecret))).toMatchObject({ ok: false, reason: 'spent' });
    expect(await attempt(totp(officer.totpSecret, Date.now() + 30_000))).toMatchObject({ ok: true });
    expect(await ctx.db.$count(staffSessions)).toBe(before + 1);
  });
});

describe('signing in', () => {
  it('lets somebody in who knows the password and holds the authenticator', async () => {
    const cookie = await enter();
    expect(await readStaffSession(ctx, cookie)).toEqual({
      personId: officer.personId,
      name: 'Mina Park',
      email: 'mina@example.org',
      role: 'officer',
    });
    expect(await lastEntry()).toEqual({ kind: 'person.signed_in', actorId: officer.personId, data: {} });
  });

  it('gives no session for the password alone', async () => {
    const before = await ctx.db.$count(staffSessions);
    const first = await signIn(ctx, { email: officer.email, password: officer.password, network });
    expect(first.ok).toBe(true);
    expect(await readStaffSession(ctx, jar(first.cookies))).toBeNull();
    expect(await ctx.db.$count(staffSessions)).toBe(before);
  });

  it('answers a wrong password and an unknown address alike, and writes both to the log without a name', async () => {
    const wrong = await signIn(ctx, { email: officer.email, password: 'not the password', network });
    expect(await lastEntry()).toEqual({
      kind: 'person.sign_in_failed',
      actorId: null,
      data: { reason: 'password' },
    });
    const unknown = await signIn(ctx, { email: 'nobody@example.org', password: 'not the password', network });
    expect(wrong).toEqual({ ok: false, cookies: [], reason: 'refused' });
    expect(unknown).toEqual(wrong);
  });

  it('refuses a wrong code, and asks to start again after five of them', async () => {
    const first = await signIn(ctx, { email: officer.email, password: officer.password, network });
    const cookie = jar(first.cookies);
    const attempt = (code: string) => verifySecondFactor(ctx, { code, cookie });
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await attempt('000000'));
    expect(answers[0]).toMatchObject({ ok: false, reason: 'refused' });
    expect(answers[5]).toMatchObject({ ok: false, reason: 'start_again' });
    expect(await attempt(totp(officer.totpSecret))).toMatchObject({ ok: false, reason: 'start_again' });
    expect(await lastEntry()).toMatchObject({
      kind: 'person.sign_in_failed',
      data: { reason: 'second_factor' },
    });
  });

  it('makes a session with a cookie that scripts cannot read, and a new token each time', async () => {
    const tokens = new Set<string>();
    for (let i = 0; i < 2; i++) {
      await nextCodeIsOut();
      const first = await signIn(ctx, { email: officer.email, password: officer.password, network });
      const second = await verifySecondFactor(ctx, {
        code: totp(officer.totpSecret),
        cookie: jar(first.cookies),
      });
      const session = second.cookies.find((cookie) => cookie.includes('session_token=')) ?? '';
      expect(session).toMatch(/HttpOnly/i);
      expect(session).toMatch(/SameSite=Lax/i);
      tokens.add(session.split(';')[0] ?? '');
    }
    expect(tokens.size).toBe(2);
  });

  it('ends the session on signing out, also for a copy of its cookie', async () => {
    const cookie = await enter();
    await signOut(ctx, cookie);
    expect(await readStaffSession(ctx, cookie)).toBeNull();
    expect(await lastEntry()).toMatchObject({ kind: 'person.signed_out', actorId: officer.personId });
  });

  it('keeps neither address nor browser of who signed in, and no secret in the clear', async () => {
    await enter();
    const [session] = await ctx.db
      .select()
      .from(staffSessions)
      .where(eq(staffSessions.userId, officer.personId));
    expect([session?.ipAddress || null, session?.userAgent || null]).toEqual([null, null]);
    const [account] = await ctx.db.select().from(staffAccounts);
    const [factor] = await ctx.db.select().from(staffTwoFactors);
    expect(account?.password).not.toContain(officer.password);
    expect(factor?.secret).not.toContain(officer.totpSecret);
  });

  it('refuses an address after ten failures in a quarter of an hour, and never for signing in often', async () => {
    const attempt = () =>
      signIn(ctx, { email: 'often@example.org', password: 'not the password', network: '198.51.100.0/24' });
    for (let i = 0; i < 11; i++) await enter();
    for (let i = 0; i < 10; i++) await attempt();
    await expect(attempt()).rejects.toMatchObject({
      name: 'RateLimited',
      details: { limit: 'sign-in-address' },
    });
  });

  it('counts guesses that come at the same time', async () => {
    const email = 'parallel@example.org';
    const guess = () => signIn(ctx, { email, password: 'a wrong password', network: 'parallel' });
    const answers = await Promise.allSettled(Array.from({ length: 14 }, guess));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('shuts out a disabled person at once, in the middle of a session', async () => {
    const test = testContext(base.app.db);
    const system = test.as({ kind: 'system', name: 'seed' });
    const leaver = await createPerson(system, {
      name: 'Leaver',
      email: 'leaver@example.org',
      role: 'officer',
    });
    const cookie = await enter(leaver);
    const [ada] = await ctx.db.select().from(people).where(eq(people.email, 'ada@example.org'));
    const administrator = test.as({ kind: 'officer', personId: ada?.id ?? '', role: 'administrator' });
    await changePerson(administrator, { change: 'disabled', personId: leaver.personId });
    expect(await readStaffSession(ctx, cookie)).toBeNull();
    const again = await signIn(ctx, { email: leaver.email, password: leaver.password, network });
    expect(again).toMatchObject({ ok: false, reason: 'refused' });
  });
});
