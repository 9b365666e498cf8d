import { APIError } from 'better-auth/api';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import type { Ctx } from '../context.ts';
import { giveBack, LIMITS, takeToken } from '../rate-limit.ts';
import { authOf, CODE_SPENT } from './auth.ts';

/** Cookies to hand to the browser, or no: a wrong address and a wrong password look the same. */
export type SignInStep =
  | { readonly ok: true; readonly cookies: readonly string[] }
  | {
      readonly ok: false;
      readonly cookies: readonly string[];
      readonly reason: 'refused' | 'start_again' | 'locked' | 'spent';
    };

/**
 * First step: address and password. What it yields is no session yet, only the right to try the second factor.
 * @param network the caller's network, the key of a limit
 * @throws RateLimited past the limit of tries per network and of failures per address
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string; network: string },
): Promise<SignInStep> {
  const address = normaliseEmail(input.email);
  await takeToken(ctx, LIMITS.signInPerNetwork, input.network);
  // Counted before the password is tried, so that guesses that come at the same time count each other.
  await takeToken(ctx, LIMITS.signInPerAddress, address);
  const response = await authOf(ctx).api.signInEmail({
    body: { email: address, password: input.password, rememberMe: false },
    headers: new Headers(),
    asResponse: true,
  });
  const cookies = response.headers.getSetCookie();
  if (!response.ok) return { ok: false, cookies: [], reason: 'refused' };
  // Only failures count for an address: whoever signs in often is not kept out.
  await giveBack(ctx, LIMITS.signInPerAddress, address);
  const body = (await response.json()) as { twoFactorRedirect?: boolean };
  // Nobody gets in by a password alone; a person without a second factor has no session made (see auth.ts).
  return body.twoFactorRedirect ? { ok: true, cookies } : { ok: false, cookies: [], reason: 'refused' };
}

/** Codes of better-auth after which only a new start helps: the challenge is over or was never there. */
const OVER = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'];

/**
 * Second step: the code of the authenticator. The session begins here, with a token that nobody has seen before.
 * Five wrong codes end the challenge, ten in a row lock the account for a quarter of an hour. A code is taken once:
 * `spent` means that it is right and was entered before, here or elsewhere.
 */
export async function verifySecondFactor(
  ctx: Ctx,
  input: { code: string; cookie: string | null },
): Promise<SignInStep> {
  const code = input.code.normalize('NFKC').replace(/\D/g, '');
  try {
    const { headers } = await authOf(ctx).api.verifyTOTP({
      body: { code },
      headers: cookieHeaders(withoutSession(input.cookie)),
      returnHeaders: true,
    });
    return { ok: true, cookies: headers.getSetCookie() };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    const problem = String((error.body as { code?: string } | undefined)?.code ?? '');
    return { ok: false, cookies: [], reason: reasonOf(problem, error.statusCode) };
  }
}

function reasonOf(problem: string, status: number) {
  if (OVER.includes(problem)) return 'start_again';
  if (problem === CODE_SPENT) return 'spent';
  return status === 429 ? 'locked' : 'refused';
}

/** A code always answers the password that was just entered: better-auth would judge it for a session still open. */
function withoutSession(cookie: string | null): string | null {
  const pairs = cookie?.split(';').map((pair) => pair.trim()) ?? [];
  return pairs.filter((pair) => !/^[^=]*session_token=/.test(pair)).join('; ') || null;
}

/** Ends the session of this browser. Returns the cookies that make it forget. */
export async function signOut(ctx: Ctx, cookie: string | null): Promise<readonly string[]> {
  const { headers } = await authOf(ctx).api.signOut({ headers: cookieHeaders(cookie), returnHeaders: true });
  return headers.getSetCookie();
}

/** better-auth sees the cookie and nothing else of the browser: neither address nor user agent is kept. */
export function cookieHeaders(cookie: string | null): Headers {
  return new Headers(cookie ? { cookie } : {});
}
