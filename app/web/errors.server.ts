import { type AppLoadContext, data } from '@remix-run/node';
import type { z } from 'zod';
import { formErrorOf } from './form-errors.ts';

/** What a service's refusal becomes for the reader. Compared by name: the build holds a second copy of the classes. */
const STATUS: Readonly<Record<string, number>> = {
  NotFound: 404,
  Forbidden: 403,
  Conflict: 409,
  Invalid: 400,
  RateLimited: 429,
};

/** A refusal by a service: its kind, its code and its details (`app/services/errors.ts`). */
export interface Refusal {
  readonly kind: 'NotFound' | 'Forbidden' | 'Conflict' | 'Invalid' | 'RateLimited';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Reads a thrown value as a refusal; undefined for anything else. A service's own parse counts as `Invalid`. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ZodError' || error.name === '$ZodError')
    return refusedByParse((error as z.ZodError).issues);
  if (!Object.hasOwn(STATUS, error.name)) return undefined;
  const { code, details } = error as Error & { code?: string; details?: Record<string, unknown> };
  return { kind: error.name as Refusal['kind'], code: code ?? '', details: details ?? {} };
}

function refusedByParse(issues: readonly z.core.$ZodIssue[]): Refusal {
  const given = ({ message }: z.core.$ZodIssue) => (message.includes('received undefined') ? [] : ['given']);
  const said = issues.map((issue) => ({ path: issue.path, ...formErrorOf(issue, given(issue)) }));
  return { kind: 'Invalid', code: 'invalid', details: { issues: said } };
}

/**
 * What to throw in place of `error`: a refusal becomes an answer with its status, of which the reader sees the page and
 * nobody the details; anything else is reported and shows as an error of ours, with the request's id to name it by. An
 * answer that was thrown (a redirect) stays as it is.
 */
export function thrownFor(
  error: unknown,
  context: Pick<AppLoadContext, 'requestId' | 'reportError'>,
): unknown {
  const body = { reference: context.requestId };
  const refusal = refusalOf(error);
  if (refusal) {
    const seconds = refusal.details.retryAfterSeconds;
    const headers = new Headers(typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : {});
    return data(body, { status: STATUS[refusal.kind] ?? 500, headers });
  }
  if (!(error instanceof Error)) return error;
  context.reportError(error);
  return data(body, { status: isOutage(error) ? 503 : 500 });
}

/** Codes of the driver and of PostgreSQL when the database cannot be reached, is stopping or takes no one more. */
const OUTAGE =
  /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_\w+|57P0[1-3]|53300)$/;

/** Whether waiting helps. Drizzle wraps the driver's error. */
function isOutage(error: Error): boolean {
  const { code, cause } = error as Error & { code?: unknown };
  return OUTAGE.test(String(code)) || (cause instanceof Error && isOutage(cause));
}
