import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { requests, subjectSessions } from '#db/schema/index.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';

/** How long a proven browser may see a request's pages. */
export const SESSION_MINUTES = 30;

/**
 * A browser's standing towards one request. `filed`: it filed the request, which anybody can do in anybody's name, and
 * sees it only until somebody proves the address; `track`: it proved the address.
 */
export type SubjectScope = 'filed' | 'track';

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
}

/** Opens a session and returns the secret for its cookie; only a keyed hash stays with us. */
export async function openSubjectSession(
  ctx: Ctx,
  tx: Change,
  requestId: string,
  scope: SubjectScope,
): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const now = ctx.clock.now();
  const expiresAt = now.add({ minutes: SESSION_MINUTES });
  await tx.db.insert(subjectSessions).values({
    requestId,
    scope,
    tokenHash: ctx.vault.tokenHash('subject-session', token),
    createdAt: now,
    expiresAt,
  });
  await tx.audit({ kind: 'session.opened', requestId, data: { scope } });
  return { token, expiresAt: expiresAt.toString() };
}

export interface SubjectSession {
  readonly requestId: string;
  readonly reference: string;
  readonly scope: SubjectScope;
}

/**
 * Who a cookie's token stands for; null when it is unknown, expired or revoked, and for the browser that only filed
 * once the address was proven in another.
 */
export async function findSubjectSession(ctx: Ctx, token: string): Promise<SubjectSession | null> {
  const [row] = await ctx.db
    .select({ requestId: requests.id, reference: requests.reference, scope: subjectSessions.scope })
    .from(subjectSessions)
    .innerJoin(requests, eq(requests.id, subjectSessions.requestId))
    .where(
      and(
        eq(subjectSessions.tokenHash, ctx.vault.tokenHash('subject-session', token)),
        gt(subjectSessions.expiresAt, ctx.clock.now()),
        isNull(subjectSessions.revokedAt),
        or(eq(subjectSessions.scope, 'track'), isNull(requests.contactVerifiedAt)),
      ),
    );
  return row ?? null;
}

/** Ends every session of a request, as when its contact address changes. Returns how many there were. */
export async function revokeSubjectSessions(ctx: Ctx, tx: Change, requestId: string): Promise<number> {
  const revoked = await tx.db
    .update(subjectSessions)
    .set({ revokedAt: ctx.clock.now() })
    .where(and(eq(subjectSessions.requestId, requestId), isNull(subjectSessions.revokedAt)))
    .returning({ id: subjectSessions.id });
  await tx.audit({ kind: 'session.revoked', requestId, data: { sessions: revoked.length } });
  return revoked.length;
}

/** Ends one session: its reader closed the pages, or a new one takes its place. */
export async function closeSubjectSession(ctx: Ctx, token: string): Promise<void> {
  await change(ctx, async (tx) => {
    const closed = await tx.db
      .update(subjectSessions)
      .set({ revokedAt: ctx.clock.now() })
      .where(
        and(
          eq(subjectSessions.tokenHash, ctx.vault.tokenHash('subject-session', token)),
          isNull(subjectSessions.revokedAt),
        ),
      )
      .returning({ requestId: subjectSessions.requestId });
    for (const { requestId } of closed) {
      await tx.audit({ kind: 'session.revoked', requestId, data: { sessions: 1 } });
    }
  });
}
