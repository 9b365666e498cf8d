import { redirect } from '@remix-run/node';
import { closeSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { subjectCookie } from '#app/web/guards.server.ts';
import { serve } from '#app/web/serve.server.ts';

/** Opened by address it does nothing: a link must not end a visit. */
export const loader = serve(() => redirect('/track'));

/** Ends the visit of this browser; anybody may call it, and it ends nobody else's. */
export const action = serve(async (context) => {
  const token = subjectCookie.read(context);
  if (token) await closeSubjectSession(context.ctx, token);
  return redirect('/track?closed=1', { headers: { 'Set-Cookie': subjectCookie.clear(context) } });
});
