import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { collectionOf } from '#app/domain/data-map/data-map.ts';
import { identityProofs, matchCandidates } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { reasonSchema } from '../cases/load-case.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';
import { recordAttribute } from '../identity/record-attribute.ts';
import { lockRun } from './collection-case.ts';
import { activeDataMap } from './collection-world.ts';

export const matchDecisionSchema = z.strictObject({
  candidateId: z.uuid(),
  decision: z.enum(['subject', 'other']),
  reason: reasonSchema,
});

/**
 * Says of one record behind a shared address whether it is the data subject's. A record that is becomes a proven account,
 * with the reason on file, and the next collection starts from it instead of from the address.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `already_decided`, `record_has_no_account_key`, `collection_replaced`
 */
export async function decideMatch(ctx: Ctx, input: z.input<typeof matchDecisionSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { candidateId, decision, reason } = matchDecisionSchema.parse(input);
  return change(ctx, async (tx) => {
    const [candidate] = await tx.db
      .select()
      .from(matchCandidates)
      .where(eq(matchCandidates.id, candidateId))
      .for('update');
    if (!candidate) throw new NotFound('match_candidate');
    const run = await lockRun(tx, candidate.runId);
    if (candidate.decision !== 'undecided') throw new Conflict('already_decided');
    const now = ctx.clock.now();
    await tx.db
      .update(matchCandidates)
      .set({
        decision,
        reasonSealed: ctx.vault.seal(reason, 'match_candidates.reason'),
        decidedBy: personId,
        decidedAt: now,
      })
      .where(eq(matchCandidates.id, candidateId));
    const data = { run: run.id, candidate: candidateId, decision };
    await tx.audit({ kind: 'match.decided', requestId: run.requestId, data });
    if (decision === 'other') return;
    const { map } = await activeDataMap(tx, run.dataMapDigest);
    const collection = collectionOf(map, `${candidate.dataset}/${candidate.collection}`);
    const [key, ...more] = collection.primaryKey;
    const field = collection.fields.find(({ path }) => path === key);
    if (more.length > 0 || field?.identity !== 'account_id') throw new Conflict('record_has_no_account_key');
    const account = ctx.vault.open(candidate.keySealed, 'match_candidates.key');
    const [proof] = await tx.db
      .insert(identityProofs)
      .values({
        requestId: run.requestId,
        method: 'attribute_matching',
        // Telling two records apart says nothing more of who asks.
        assurance: 'email',
        attributesCompared: ['account_id'],
        reasonSealed: ctx.vault.seal(reason, 'identity_proofs.reason'),
        recordedBy: personId,
        recordedAt: now,
      })
      .returning({ id: identityProofs.id });
    await recordAttribute(ctx, tx, {
      requestId: run.requestId,
      proofId: proof?.id ?? '',
      kind: 'account_id',
      value: account,
    });
    const proven = {
      method: 'attribute_matching' as const,
      assurance: 'email' as const,
      attributes: ['account_id'],
    };
    await tx.audit({ kind: 'identity.proven', requestId: run.requestId, data: proven });
  });
}
