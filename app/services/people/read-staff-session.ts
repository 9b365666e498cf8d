import type { StaffRole } from '#db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { authOf } from './auth.ts';
import { cookieHeaders } from './sign-in.ts';

/** Whoever signed in with both factors in this browser. */
export interface StaffSession {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/** Who a browser's cookies stand for; null when nobody is signed in, or the person was disabled meanwhile. */
export async function readStaffSession(ctx: Ctx, cookie: string | null): Promise<StaffSession | null> {
  if (!cookie?.includes('habeas.session_token')) return null;
  const found = await authOf(ctx).api.getSession({ headers: cookieHeaders(cookie) });
  if (!found || found.user.disabled || !found.user.twoFactorEnabled) return null;
  const { id, name, email, role } = found.user;
  return { personId: id, name, email, role: role as StaffRole };
}
