import { data } from '@remix-run/node';

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

/** Reads a thrown value as a refusal; undefined for anything else. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !(error.name in STATUS)) return undefined;
  const { code, details } = error as Error & { code?: string; details?: Record<string, unknown> };
  return { kind: error.name as Refusal['kind'], code: code ?? '', details: details ?? {} };
}

/**
 * What to throw in place of `error`: a refusal becomes an answer with its status, of which the reader sees the page and
 * nobody the details; anything else stays, is reported, and shows as an error of ours.
 */
export function thrownFor(error: unknown, requestId: string): unknown {
  const refusal = refusalOf(error);
  if (!refusal) return error instanceof Error ? unexpected(error, requestId) : error;
  const seconds = refusal.details.retryAfterSeconds;
  const headers = new Headers(typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : {});
  return data({ reference: requestId }, { status: STATUS[refusal.kind] ?? 500, headers });
}

/** An error with the reference of its request, so that the page can name it. */
function unexpected(error: Error, requestId: string): Error {
  return Object.assign(error, { requestId });
}
