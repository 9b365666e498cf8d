import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { ADMINISTERING } from '#app/services/actor.ts';
import { removeClosure, removeWorkTarget } from '#app/services/organisation/desk-settings.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const SETTINGS = '/officer/settings';
const schema = z.union([
  z.object({ closure: z.uuid() }),
  z.object({ jurisdiction: z.string().max(10), right: z.string().max(60) }),
]);

/** Opening the address does nothing: only a button removes. */
export const loader = serveStaff(() => redirect(SETTINGS));

export const action = serveStaff(ADMINISTERING, async ({ ctx, request }) => {
  const wanted = schema.parse(Object.fromEntries(await request.formData()));
  if ('closure' in wanted) await removeClosure(ctx, wanted.closure);
  else await removeWorkTarget(ctx, wanted);
  return redirect(SETTINGS);
});
