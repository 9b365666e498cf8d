import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { LIMITS, takeToken } from '#app/services/rate-limit.ts';
import { discardDraft, readDraft, saveDraft } from '#app/services/requests/filing-draft.ts';
import { tokenCookie } from './cookies.server.ts';
import { type SubjectContext, subjectContext } from './guards.server.ts';
import { requestContext } from './request-context.server.ts';
import { guarded } from './serve.server.ts';

/** The cookie of a text that was sent when the visit had ended; the text is in the database, sealed. */
const unsentCookie = tokenCookie('unsent', { path: '/track', minutes: 120 });
/** More than any page takes, so that a text that is too long comes back to be shortened. */
const MOST_KEPT = 20_000;

const unsent = z.object({ kind: z.literal('unsent'), owner: z.string(), body: z.string() });

/** For `PageForm version=...`: marks a page as one of this request, and tells nobody else which. */
export function ownerMark({ ctx, session }: SubjectContext): string {
  return ctx.vault.tokenHash('unsent', session.requestId);
}

/**
 * An action behind a visit of half an hour, whose form asks for a text (`body`). Sent too late, the text is kept for
 * when the same request is opened again, instead of being thrown away with the visit.
 */
export function serveSubjectText<T>(handler: (context: SubjectContext) => Promise<T> | T) {
  return guarded(keepingContext, handler);
}

async function keepingContext(args: LoaderFunctionArgs): Promise<SubjectContext> {
  const late = args.request.clone();
  try {
    return await subjectContext(args);
  } catch (answer) {
    if (!(answer instanceof Response)) throw answer;
    const form = await late.formData().catch(() => null);
    const [body, owner] = [form?.get('body'), form?.get('_version')];
    if (typeof body !== 'string' || typeof owner !== 'string' || body.trim() === '') throw answer;
    const base = requestContext(args);
    // Whoever comes here is nobody yet, and must not fill the database.
    await takeToken(base.ctx, LIMITS.draftsPerNetwork, base.network);
    const kept = { kind: 'unsent', owner: owner.slice(0, 100), body: body.slice(0, MOST_KEPT) };
    const token = await saveDraft(base.ctx, null, kept);
    throw redirect('/track?late=1', { headers: { 'Set-Cookie': unsentCookie.write(base, token) } });
  }
}

/** The text that waits for this request; undefined when there is none, or it is another one's. */
export async function unsentText(context: SubjectContext): Promise<string | undefined> {
  const found = unsent.safeParse(await readDraft(context.ctx, unsentCookie.read(context)));
  return found.success && found.data.owner === ownerMark(context) ? found.data.body : undefined;
}

/** The text was sent: it is forgotten, and so is its cookie. */
export async function forgetUnsent(context: SubjectContext): Promise<{ 'Set-Cookie': string }> {
  const token = unsentCookie.read(context);
  if (token) await discardDraft(context.ctx, token);
  return { 'Set-Cookie': unsentCookie.clear(context) };
}
