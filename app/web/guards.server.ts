import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type Actor, requireStaff } from '#app/services/actor.ts';
import { actingAs } from '#app/services/context.ts';
import { findSubjectSession, type SubjectSession } from '#app/services/identity/subject-sessions.ts';
import { readStaffSession, type StaffSession } from '#app/services/people/read-staff-session.ts';
import { tokenCookie } from './cookies.server.ts';
import { type RequestContext, requestContext } from './request-context.server.ts';
import { guarded } from './serve.server.ts';

/** The cookie of a browser that proved a request: half an hour, as the session behind it (`SESSION_MINUTES`). */
export const subjectCookie = tokenCookie('subject', { path: '/', minutes: 30 });

/** A request by the data subject of one proven request for data. */
export interface SubjectContext extends RequestContext {
  readonly session: SubjectSession;
}

/** A request by somebody who is signed in at the desk. */
export interface StaffContext extends RequestContext {
  readonly staff: StaffSession;
}

/** Lets in the browser that proved a request; everybody else is sent to prove one. */
export async function subjectContext(args: LoaderFunctionArgs): Promise<SubjectContext> {
  const base = requestContext(args);
  const token = subjectCookie.read(base);
  const session = token ? await findSubjectSession(base.ctx, token) : null;
  if (!session) throw redirect('/track');
  const actor: Actor = { kind: 'subject', requestId: session.requestId, scope: session.scope };
  return { ...base, ctx: actingAs(base.ctx, actor), session };
}

/** Lets in whoever is signed in at the desk; what they may do there is the services' to say. */
export async function staffContext(args: LoaderFunctionArgs): Promise<StaffContext> {
  const base = requestContext(args);
  const staff = await readStaffSession(base.ctx, base.request.headers.get('Cookie'));
  if (!staff) throw redirect('/officer/sign-in');
  const actor: Actor = { kind: 'officer', personId: staff.personId, role: staff.role };
  return { ...base, ctx: actingAs(base.ctx, actor), staff };
}

/** `export const loader = serveSubject(async ({ ctx, session }) => ...)` */
export function serveSubject<T>(handler: (request: SubjectContext) => Promise<T> | T) {
  return guarded(subjectContext, handler);
}

type StaffHandler<T> = (request: StaffContext) => Promise<T> | T;

/** `export const loader = serveStaff(async ({ ctx, staff }) => ...)` */
export function serveStaff<T>(handler: StaffHandler<T>): (args: LoaderFunctionArgs) => Promise<T>;
/**
 * `export const action = serveStaff(FULFILLING, async ({ ctx, request }) => ...)`: whoever has another role is refused
 * before anything of what they sent is read. The services ask again; this only answers first.
 */
export function serveStaff<T>(
  roles: readonly StaffSession['role'][],
  handler: StaffHandler<T>,
): (args: LoaderFunctionArgs) => Promise<T>;
export function serveStaff<T>(
  first: readonly StaffSession['role'][] | StaffHandler<T>,
  second?: StaffHandler<T>,
) {
  if (typeof first === 'function') return guarded(staffContext, first);
  const handler = second as StaffHandler<T>;
  return guarded(staffContext, (request) => {
    requireStaff(request.ctx.actor, ...first);
    return handler(request);
  });
}
