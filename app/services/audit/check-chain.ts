import { requireStaff } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { type LogReport, verifyLog } from './verify-log.ts';

/** Re-reads the whole log at the wish of an administrator or auditor. @throws Forbidden */
export function checkChain(ctx: Ctx): Promise<LogReport> {
  requireStaff(ctx.actor, 'administrator', 'auditor');
  return verifyLog(ctx.db);
}
