import { randomUUID } from 'node:crypto';
import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type FilingAnswers, filingAnswersSchema } from '#app/domain/requests/filing-answers.ts';
import { missingBefore, pageAfter } from '#app/domain/requests/filing-path.ts';
import { LIMITS, takeToken } from '#app/services/rate-limit.ts';
import { readDraft, saveDraft } from '#app/services/requests/filing-draft.ts';
import { tokenCookie } from './cookies.server.ts';
import { type RequestContext, requestContext } from './request-context.server.ts';
import { guarded } from './serve.server.ts';

/**
 * The cookie of a form being filled in; what was typed is in the database, sealed, for a shorter time. The cookie
 * outlives it, so that a page can say why the answers are gone.
 */
export const filingCookie = tokenCookie('filing', { path: '/request', minutes: 24 * 60 });
const FIRST_PAGE = '/request/residence';

/** A request for one of the form's pages. Anybody may fill in a form. */
export interface FilingContext extends RequestContext {
  readonly answers: FilingAnswers;
  readonly token: string | null;
  /** The browser had a form that was forgotten since. */
  readonly expired: boolean;
}

async function filingContext(args: LoaderFunctionArgs): Promise<FilingContext> {
  const base = requestContext(args);
  const token = filingCookie.read(base);
  const kept = filingAnswersSchema.safeParse(await readDraft(base.ctx, token));
  const answers = kept.success ? kept.data : { submissionKey: randomUUID(), version: 0 };
  // An answer to a later page without a form behind it was typed when there still was one.
  const late = base.request.method === 'POST' && new URL(base.request.url).pathname !== FIRST_PAGE;
  return { ...base, answers, token, expired: !kept.success && (token !== null || late) };
}

/** `export const loader = serveFiling((c) => ...)` for the pages of the form. */
export function serveFiling<T>(handler: (context: FilingContext) => Promise<T> | T) {
  return guarded(filingContext, handler);
}

/** Sends a reader who is ahead of the questions, or who has filed already, to where they belong. */
export function requirePage({ answers, expired }: FilingContext, path: string): void {
  if (answers.filed) throw redirect('/request/receipt?again=1');
  const missing = missingBefore(answers, path);
  if (missing) throw redirect(expired ? `${missing}?expired=1` : missing);
}

/** Keeps the answer of a page and goes on to the next one. */
export async function goOn(context: FilingContext, path: string, answer: Partial<FilingAnswers>) {
  if (context.answers.filed) return redirect('/request/receipt?again=1');
  const { answers, headers } = await keepAnswer(context, answer);
  const next = pageAfter(answers, path);
  return redirect(context.expired ? `${next}?expired=1` : next, { headers });
}

/** Keeps the answer of a page; the headers hand the form's cookie to the browser. */
export async function keepAnswer(context: FilingContext, answer: Partial<FilingAnswers>) {
  const answers = { ...context.answers, ...answer, version: context.answers.version + 1 };
  // A first answer makes a new draft: whoever gives it is nobody yet, and must not fill the database.
  if (context.answers.version === 0) await takeToken(context.ctx, LIMITS.draftsPerNetwork, context.network);
  const token = await saveDraft(context.ctx, context.token, answers);
  return { answers, headers: { 'Set-Cookie': filingCookie.write(context, token) } };
}
