import { redirect } from '@remix-run/node';
import { tokenCookie } from './cookies.server.ts';
import { refusalOf } from './errors.server.ts';
import type { RequestContext } from './request-context.server.ts';

/** The cookie of a browser that opened a change of the policy by the key in its notice. */
export const policyCookie = tokenCookie('policy', { path: '/privacy/answer', minutes: 30 });

/** Calls a service for the browser that opened a change; anybody else is asked for the key. */
export async function withOpenedChange<T>(
  context: RequestContext,
  call: (token: string | null) => Promise<T>,
): Promise<T> {
  try {
    return await call(policyCookie.read(context));
  } catch (error) {
    if (refusalOf(error)?.code === 'answer_not_opened') throw redirect('/privacy/answer');
    throw error;
  }
}
