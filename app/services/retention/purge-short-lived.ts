import { and, isNull, lte, or } from 'drizzle-orm';
import { OWN_RECORDS } from '#app/domain/retention/own-records.ts';
import { heldUntil } from '#app/domain/retention/retention-rule.ts';
import {
  instructionRegistrations,
  oneTimeCodes,
  rateLimits,
  staffSessions,
  staffVerifications,
  subjectSessions,
} from '#db/schema/index.ts';
import { requireSystem } from '../actor.ts';
import type { Ctx } from '../context.ts';
import { purgeDrafts } from '../requests/filing-draft.ts';

/**
 * Erases what serves for minutes or hours only: drafts, codes, sessions, counters. Not a change of a request, so
 * the log has no entry for it; running twice erases nothing more.
 * @returns how many rows were erased
 */
export async function purgeShortLived(ctx: Ctx): Promise<number> {
  requireSystem(ctx.actor);
  const past = (kind: keyof typeof OWN_RECORDS) => heldUntil(OWN_RECORDS[kind].keep, ctx.clock.now());
  const staffLimit = new Date(past('staffSession').epochMilliseconds);
  const { db } = ctx;
  const erased = [
    await db.delete(oneTimeCodes).where(lte(oneTimeCodes.expiresAt, past('oneTimeCode'))),
    await db
      .delete(subjectSessions)
      .where(
        or(
          lte(subjectSessions.expiresAt, past('subjectSession')),
          lte(subjectSessions.revokedAt, past('subjectSession')),
        ),
      ),
    await db.delete(staffSessions).where(lte(staffSessions.expiresAt, staffLimit)),
    await db.delete(staffVerifications).where(lte(staffVerifications.expiresAt, staffLimit)),
    await db
      .delete(instructionRegistrations)
      .where(
        and(
          isNull(instructionRegistrations.provenAt),
          lte(instructionRegistrations.createdAt, past('unprovenInstructions')),
        ),
      ),
    await db.delete(rateLimits).where(lte(rateLimits.windowStart, past('tryCounter'))),
  ];
  const drafts = await purgeDrafts(ctx);
  return erased.reduce((sum, { count }) => sum + count, drafts);
}
