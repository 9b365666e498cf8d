import { and, eq, inArray } from 'drizzle-orm';
import { suffices } from '#app/domain/identity/assurance.ts';
import { normaliseEmail } from '#app/domain/identity/normalise.ts';
import { identityProofs, requestItems, requests } from '#db/schema/index.ts';
import { actorId } from '../actor.ts';
import { assuranceNeeded } from '../cases/case-law.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { moveItems } from '../requests/move-item.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { recordAttribute } from './record-attribute.ts';

type RequestRow = typeof requests.$inferSelect;

/**
 * Records that a code proved the mailbox of a request, within the caller's change, and starts the items for which
 * the law asks no more than that. A mailbox of somebody who asks for another person proves nothing about that
 * person: it is noted, but neither seeds the walk over the data nor starts an item.
 * @returns how many items now wait for an officer's check
 */
export async function recordMailboxProof(
  ctx: Ctx,
  tx: Change,
  request: RequestRow,
  address: string,
): Promise<{ started: number; waiting: number }> {
  const now = ctx.clock.now();
  const own = request.filedFor === 'self';
  const assurance = own && request.assurance === 'none' ? 'email' : request.assurance;
  await tx.db.update(requests).set({ contactVerifiedAt: now, assurance }).where(eq(requests.id, request.id));
  await tx.audit({ kind: 'contact.verified', requestId: request.id, data: {} });
  if (own) await recordProof(ctx, tx, request.id, address);
  const regime = regimeOfRequest(request);
  const waiting = await tx.db
    .select()
    .from(requestItems)
    .where(
      and(
        eq(requestItems.requestId, request.id),
        inArray(requestItems.status, ['received', 'awaiting-identity']),
      ),
    );
  const ready = own ? waiting.filter(({ right }) => suffices(assurance, assuranceNeeded(regime, right))) : [];
  await moveItems(ctx, tx, ready, 'identity_verified');
  return { started: ready.length, waiting: waiting.length - ready.length };
}

/** Writes the proof of a mailbox and the one attribute that it proves. */
export async function recordProof(ctx: Ctx, tx: Change, requestId: string, address: string): Promise<void> {
  const now = ctx.clock.now();
  const [proof] = await tx.db
    .insert(identityProofs)
    .values({
      requestId,
      method: 'email_code',
      assurance: 'email',
      attributesCompared: ['email'],
      recordedBy: actorId(ctx.actor) ?? ctx.actor.kind,
      recordedAt: now,
    })
    .returning({ id: identityProofs.id });
  if (!proof) throw new Error('identity_proofs: the insert returned no row');
  const value = normaliseEmail(address);
  await recordAttribute(ctx, tx, { requestId, proofId: proof.id, kind: 'email', value });
  await tx.audit({
    kind: 'identity.proven',
    requestId,
    data: { method: 'email_code', assurance: 'email', attributes: ['email'] },
  });
}
