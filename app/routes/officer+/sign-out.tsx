import { redirect } from '@remix-run/node';
import { signOut } from '#app/services/people/sign-in.ts';
import { serve } from '#app/web/serve.server.ts';

/** Opening the address does nothing: only the button signs out. */
export const loader = serve(() => redirect('/officer'));

export const action = serve(async ({ ctx, request }) => {
  const cookies = await signOut(ctx, request.headers.get('Cookie'));
  return redirect('/officer/sign-in', { headers: cookies.map((c) => ['Set-Cookie', c] as [string, string]) });
});
