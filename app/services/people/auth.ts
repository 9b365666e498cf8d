import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.ts';
import {
  people,
  staffAccounts,
  staffSessions,
  staffTwoFactors,
  staffVerifications,
} from '#db/schema/index.ts';
import { change } from '../change.ts';
import { actingAs, type Ctx } from '../context.ts';
import { secretsOf } from './auth-secrets.ts';
import { spendCode } from './spend-code.ts';

/** A signed-in browser is asked again after a working day, however busy it was. */
const SESSION_SECONDS = 8 * 60 * 60;
/** Time to find the telephone and type its code. */
const SECOND_FACTOR_SECONDS = 10 * 60;
/** Name of the cookie between password and code, without better-auth's prefix (its `TWO_FACTOR_COOKIE_NAME`). */
const CHALLENGE_COOKIE = 'two_factor';
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

export const ISSUER = 'Habeas';

function makeAuth(ctx: Ctx) {
  return betterAuth({
    appName: ISSUER,
    baseURL: ctx.config.publicUrl,
    secrets: secretsOf(ctx),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Our limits are in PostgreSQL and are taken by the services; better-auth's run in its router, which is not mounted.
    rateLimit: { enabled: false },
    database: drizzleAdapter(ctx.db, {
      provider: 'pg',
      schema: {
        user: people,
        session: staffSessions,
        account: staffAccounts,
        verification: staffVerifications,
        twoFactor: staffTwoFactors,
      },
    }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true },
        disabled: { type: 'boolean', input: false, required: true },
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'habeas',
      useSecureCookies: ctx.config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      twoFactor({
        issuer: ISSUER,
        twoFactorCookieMaxAge: SECOND_FACTOR_SECONDS,
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
    ],
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(ctx, session.userId) } } },
    hooks: { before: beforeCalls(ctx), after: writeEntries(ctx) },
  });
}

/** A person who was disabled gets no session, whatever they know. */
async function refuseDisabled(ctx: Ctx, personId: string): Promise<false | undefined> {
  const [person] = await ctx.db
    .select({ disabled: people.disabled, twoFactorEnabled: people.twoFactorEnabled })
    .from(people)
    .where(eq(people.id, personId));
  return person && !person.disabled && person.twoFactorEnabled ? undefined : false;
}

const leaving = new WeakMap<object, string>();

type Call = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

function beforeCalls(ctx: Ctx) {
  return createAuthMiddleware(async (call) => {
    if (call.path === '/sign-out') await rememberWhoLeaves(call);
    if (call.path === '/two-factor/verify-totp') await refuseSpentCode(ctx, call);
  });
}

/** The session is gone when sign-out has run; who had it is noted before. */
async function rememberWhoLeaves(call: Call): Promise<void> {
  if (!call.headers) return;
  const token = await call.getSignedCookie(call.context.authCookies.sessionToken.name, call.context.secret);
  const found = token ? await call.context.internalAdapter.findSession(token) : null;
  if (found) leaving.set(call.headers, found.user.id);
}

/** The code of `APIError` for a code that was right and had been entered before. */
export const CODE_SPENT = 'CODE_SPENT';

/** A code is spent before better-auth looks at it; the challenge stays open for the next one. */
async function refuseSpentCode(ctx: Ctx, call: Call): Promise<void> {
  const challenge = await call.getSignedCookie(
    call.context.createAuthCookie(CHALLENGE_COOKIE).name,
    call.context.secret,
  );
  const found = challenge ? await call.context.internalAdapter.findVerificationValue(challenge) : null;
  if (!found || (await spendCode(ctx, found.value, String(call.body?.code ?? '')))) return;
  await writeFailure(ctx, 'second_factor_spent');
  throw new APIError('UNAUTHORIZED', { code: CODE_SPENT, message: 'the code was used before' });
}

/** What better-auth does is written to the log in its hooks: its writes are not part of our transactions. */
function writeEntries(ctx: Ctx) {
  return createAuthMiddleware(async (call) => {
    const failed = call.context.returned instanceof APIError;
    const signedIn = call.context.newSession?.user.id;
    if (call.path === '/sign-in/email' && failed) return writeFailure(ctx, 'password');
    if (call.path === '/two-factor/verify-totp' && failed) return writeFailure(ctx, 'second_factor');
    if (call.path === '/two-factor/verify-totp' && signedIn)
      return writeEntry(ctx, signedIn, 'person.signed_in');
    const left = call.path === '/sign-out' && call.headers ? leaving.get(call.headers) : undefined;
    if (left) return writeEntry(ctx, left, 'person.signed_out');
  });
}

function writeFailure(ctx: Ctx, reason: string): Promise<void> {
  const anonymous = actingAs(ctx, { kind: 'anonymous' });
  return change(anonymous, (tx) => tx.audit({ kind: 'person.sign_in_failed', data: { reason } }));
}

async function writeEntry(ctx: Ctx, personId: string, kind: 'person.signed_in' | 'person.signed_out') {
  const [person] = await ctx.db.select({ role: people.role }).from(people).where(eq(people.id, personId));
  if (!person) return;
  const self = actingAs(ctx, { kind: 'officer', personId, role: person.role });
  await change(self, (tx) => tx.audit({ kind, data: {} }));
}

export type Auth = ReturnType<typeof makeAuth>;
const made = new WeakMap<Db, Auth>();

/** The sign-in machinery of this installation: one per database, called by our own pages and never by HTTP. */
export function authOf(ctx: Ctx): Auth {
  let auth = made.get(ctx.db);
  if (!auth) {
    auth = makeAuth(ctx);
    made.set(ctx.db, auth);
  }
  return auth;
}
