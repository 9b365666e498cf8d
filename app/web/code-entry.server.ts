import { redirect } from '@remix-run/node';
import { z } from 'zod';
import type { Ctx } from '#app/services/context.ts';
import type { Asking, Entering } from '#app/services/identity/code-entry.ts';
import type { TokenCookie } from './cookies.server.ts';
import { readForm } from './form.server.ts';
import { emailAddress, oneTimeCode, textLine } from './form-fields.ts';
import type { RequestContext } from './request-context.server.ts';
import { serve } from './serve.server.ts';

const askingForm = z.object({ reference: textLine(60), email: emailAddress() });
const enteringForm = z.object({ code: oneTimeCode() });

/** The action of a page that asks for reference and address: a code may leave, and the next page asks for it. */
export function serveAsking(
  cookie: TokenCookie,
  next: string,
  ask: (ctx: Ctx, input: Asking) => Promise<string>,
) {
  return serve(async (context) => {
    const { ctx, request, locale, network } = context;
    const form = await readForm(request, askingForm);
    if (!form.ok) return form.reply;
    return form.attempt(async () => {
      const token = await ask(ctx, { ...form.value, locale, network });
      return redirect(next, { headers: { 'Set-Cookie': cookie.write(context, token) } });
    });
  });
}

/** The loader of the page for the code: whoever has not asked for one is sent to do so. */
export function serveCodePage(cookie: TokenCookie, start: string) {
  return serve((context) => {
    if (!cookie.read(context)) throw redirect(start);
    return { title: context.t('portal:track.codeTitle') };
  });
}

/**
 * The action of the page for the code.
 * @param over where to go when the first step is too long ago
 * @param enter answers a right code; false for a wrong one, null when it is too late
 */
export function serveEntering(
  cookie: TokenCookie,
  over: string,
  enter: (context: RequestContext, input: Entering) => Promise<Response | false | null>,
) {
  return serve(async (context) => {
    const token = cookie.read(context);
    if (!token) return redirect(over);
    const form = await readForm(context.request, enteringForm, { secret: ['code'] });
    if (!form.ok) return form.reply;
    return form.attempt(async () => {
      const answer = await enter(context, { token, code: form.value.code, network: context.network });
      return answer === null ? redirect(over) : answer || form.refuse({ code: [{ code: 'wrong_code' }] });
    });
  });
}
