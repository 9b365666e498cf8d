import { redirect } from '@remix-run/node';
import { tokenCookie } from './cookies.server.ts';
import { refusalOf } from './errors.server.ts';
import type { RequestContext } from './request-context.server.ts';

/** The cookie between a form or a reference and its code, and of the browser that opened instructions by it. */
export const instructionsCookie = tokenCookie('instructions', { path: '/instructions', minutes: 30 });

/** Calls a service for the browser that opened instructions; anybody else is sent to open them. */
export async function readOpened<T>(
  context: RequestContext,
  call: (token: string | null) => Promise<T>,
): Promise<T> {
  try {
    return await call(instructionsCookie.read(context));
  } catch (error) {
    if (refusalOf(error)?.code === 'instructions_not_opened') throw redirect('/instructions/open');
    throw error;
  }
}
