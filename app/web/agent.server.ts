import { redirect } from '@remix-run/node';
import { tokenCookie } from './cookies.server.ts';
import { refusalOf } from './errors.server.ts';
import type { RequestContext } from './request-context.server.ts';

/** The cookie of a data subject who was asked about an agent, from the reference to the answer. */
export const agentCookie = tokenCookie('agent', { path: '/agent', minutes: 30 });

/** Calls a service for the browser that proved the address; anybody else is sent to the first page. */
export async function withProvenAddress<T>(
  context: RequestContext,
  call: (token: string | null) => Promise<T>,
): Promise<T> {
  try {
    return await call(agentCookie.read(context));
  } catch (error) {
    const code = refusalOf(error)?.code;
    if (code === 'agent_question_not_opened') throw redirect('/agent');
    if (code === 'agent_answered') throw redirect('/agent/done');
    throw error;
  }
}
