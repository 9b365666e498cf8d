import type { AttributeKind } from '#app/domain/identity/assurance.ts';
import { NORMALISERS } from '#app/domain/identity/normalise.ts';
import { provenAttributes } from '#db/schema/index.ts';
import type { Change } from '../change.ts';
import type { Ctx } from '../context.ts';

interface Attribute {
  readonly requestId: string;
  readonly proofId: string;
  readonly kind: AttributeKind;
  /** In the form in which sources compare it (`normaliseIdentity`): it seeds the walk over the data as it stands. */
  readonly value: string;
}

/** Writes, within a change, what a proof proved. */
export async function recordAttribute(ctx: Ctx, tx: Change, attribute: Attribute): Promise<void> {
  const { requestId, proofId, kind, value } = attribute;
  await tx.db.insert(provenAttributes).values({
    requestId,
    proofId,
    kind,
    valueSealed: ctx.vault.seal(value, 'proven_attributes.value'),
    valueIndex: ctx.vault.blindIndex(kind, NORMALISERS[kind](value)),
    recordedAt: ctx.clock.now(),
  });
}
