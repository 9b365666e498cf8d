import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { normaliseIdentity } from '#app/domain/data-map/identity.ts';
import { ATTRIBUTE_KINDS, suffices } from '#app/domain/identity/assurance.ts';
import {
  COMPARED_ATTRIBUTES,
  MANUAL_PROOF_METHODS,
  proofAssurance,
} from '#app/domain/identity/proof-assurance.ts';
import { identityProofs, requests } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { recordAttribute } from '../identity/record-attribute.ts';
import { moveItems } from '../requests/move-item.ts';
import { contactOf, lockCase, type RequestRow, reasonSchema, referenceSchema } from './load-case.ts';
import { wrongField } from './refuse-field.ts';

export const handProofSchema = z.strictObject({
  reference: referenceSchema,
  method: z.enum(MANUAL_PROOF_METHODS),
  compared: z.array(z.enum(COMPARED_ATTRIBUTES)).min(1).max(COMPARED_ATTRIBUTES.length),
  reason: reasonSchema,
  /** Attributes that the comparison proved; only these seed the walk over the data. */
  proven: z
    .array(z.strictObject({ kind: z.enum(ATTRIBUTE_KINDS), value: z.string().trim().min(1).max(254) }))
    .max(10),
});
export type HandProof = z.infer<typeof handProofSchema>;

/**
 * Records that a person established the identity: how, by comparing what, and why they are satisfied. Items that
 * waited for it start.
 * @throws Forbidden, z.ZodError (a bare click has neither attributes nor reason), NotFound;
 *   Invalid `proof_insufficient` when what was compared proves nothing
 */
export function verifyIdentityByHand(ctx: Ctx, input: HandProof): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const proof = handProofSchema.parse(input);
  const assurance = proofAssurance(proof.method, proof.compared);
  if (assurance === 'none') throw wrongField('compared', 'proof_insufficient');
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, proof.reference);
    const { request } = found;
    const now = ctx.clock.now();
    const [row] = await tx.db
      .insert(identityProofs)
      .values({
        requestId: request.id,
        method: proof.method,
        assurance,
        attributesCompared: [...new Set(proof.compared)],
        reasonSealed: ctx.vault.seal(proof.reason, 'identity_proofs.reason'),
        recordedBy: personId,
        recordedAt: now,
      })
      .returning({ id: identityProofs.id });
    await recordProven(ctx, tx, request, row?.id ?? '', proof);
    await tx.audit({
      kind: 'identity.proven',
      requestId: request.id,
      data: { method: proof.method, assurance, attributes: [...new Set(proof.compared)] },
    });
    if (!suffices(request.assurance, assurance))
      await tx.db.update(requests).set({ assurance }).where(eq(requests.id, request.id));
    const waiting = found.items.filter(
      ({ status }) => status === 'received' || status === 'awaiting-identity',
    );
    await moveItems(ctx, tx, waiting, 'identity_verified');
    const contact = contactOf(ctx, request);
    if (contact && waiting.length > 0)
      await tx.mail({
        kind: 'status',
        ...contact,
        requestId: request.id,
        reference: request.reference,
        params: { news: 'verified' },
      });
  });
}

async function recordProven(ctx: Ctx, tx: Change, request: RequestRow, proofId: string, proof: HandProof) {
  for (const { kind, value } of proof.proven) {
    // Two accounts may differ in nothing but their case: what seeds the walk is compared as sources compare it.
    const found = { requestId: request.id, proofId, kind, value: normaliseIdentity(kind, value) };
    await recordAttribute(ctx, tx, found);
  }
}
