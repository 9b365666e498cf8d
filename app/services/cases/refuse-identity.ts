import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { IDENTITY_DOUBTS } from '#app/domain/identity/proof-assurance.ts';
import type { ItemStatus } from '#app/domain/lifecycle/item-status.ts';
import { identityProofs, requests } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import { setAsideFindings } from '../collection/set-aside-findings.ts';
import type { Ctx } from '../context.ts';
import { issueCode } from '../identity/codes.ts';
import { revokeSubjectSessions } from '../identity/subject-sessions.ts';
import { moveItems } from '../requests/move-item.ts';
import { contactOf, lockCase, reasonSchema, referenceSchema } from './load-case.ts';
import { recordMessage } from './record-message.ts';

const IN_PROGRESS: ItemStatus = 'in-progress';

export const identityDoubtSchema = z.strictObject({
  reference: referenceSchema,
  doubt: z.enum(IDENTITY_DOUBTS),
  reason: reasonSchema,
});

/**
 * Records that the identity is not established. Proofs on record fall, browsers that saw the request are shut out,
 * what was collected and built on them is set aside, a package that was delivered can no longer be downloaded, and items
 * at work wait for a new proof. It decides nothing: refusing an item is a decision of its own.
 * @throws Forbidden, z.ZodError, NotFound, RateLimited when too many codes went to the address already
 */
export function refuseIdentity(ctx: Ctx, input: z.input<typeof identityDoubtSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, doubt, reason } = identityDoubtSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const { request } = found;
    const now = ctx.clock.now();
    await tx.db
      .update(identityProofs)
      .set({ revokedAt: now })
      .where(and(eq(identityProofs.requestId, request.id), isNull(identityProofs.revokedAt)));
    await tx.db
      .update(requests)
      .set({ assurance: 'none', contactVerifiedAt: null })
      .where(eq(requests.id, request.id));
    await setAsideFindings(ctx, tx, request.id, 'identity_refused');
    await recordMessage(ctx, tx, request, { kind: 'note', body: reason });
    await tx.audit({ kind: 'identity.refused', requestId: request.id, data: { reason: doubt } });
    await revokeSubjectSessions(ctx, tx, request.id);
    const atWork = found.items.filter(({ status }) =>
      ['in-progress', 'awaiting-clarification', 'in-review'].includes(status),
    );
    // A question falls with the proof: left open, the pause that it began would never end.
    const asked = atWork.filter(({ status }) => status === 'awaiting-clarification');
    await moveItems(ctx, tx, asked, 'clarification_received');
    const working = atWork.map((item) => (asked.includes(item) ? { ...item, status: IN_PROGRESS } : item));
    const mails = await moveItems(ctx, tx, working, 'identity_revoked');
    const contact = contactOf(ctx, request);
    if (mails.has('code') && contact)
      await issueCode(ctx, tx, {
        requestId: request.id,
        purpose: 'verify',
        address: contact.to,
        locale: contact.locale,
        reference: request.reference,
        asker: { kind: 'known', id: request.id },
      });
  });
}
