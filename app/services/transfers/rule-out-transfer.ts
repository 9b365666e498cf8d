import { z } from 'zod';
import { isClosed } from '#app/domain/lifecycle/item-status.ts';
import { INFEASIBLE_REASONS, infeasibleReasons } from '#app/domain/portability/direct-transmission.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { itemOf, lockCase, referenceSchema, wordsSchema } from '../cases/load-case.ts';
import { wrongField } from '../cases/refuse-field.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { regimeOfRequest } from '../requests/regime-at.ts';
import { lockTransfer, moveTransfer } from './move-transfer.ts';

export const ruleOutSchema = z.strictObject({
  reference: referenceSchema,
  itemId: z.uuid(),
  reason: z.enum(INFEASIBLE_REASONS),
  /** In the subject's language: they read them. */
  words: wordsSchema,
});

/**
 * Records that data are not sent to another controller, why, and on which text of law; the decision tells the subject.
 * @throws Forbidden, z.ZodError, NotFound; Invalid `ground_not_in_law` for a reason that the law does not know;
 *   Conflict `item_closed`, `transfer_refused`
 */
export function ruleOutTransfer(ctx: Ctx, input: z.input<typeof ruleOutSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, itemId, reason, words } = ruleOutSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const item = itemOf(found, itemId);
    if (isClosed(item.status)) throw new Conflict('item_closed');
    const transfer = await lockTransfer(tx, itemId);
    const cited = infeasibleReasons(regimeOfRequest(found.request)).find((one) => one.reason === reason);
    if (!cited) throw wrongField('reason', 'ground_not_in_law');
    await moveTransfer(tx, transfer, 'rule_out', {
      reason,
      citation: cited.citation,
      wordsSealed: ctx.vault.seal(words, 'transfers.words'),
      ruledOutBy: personId,
      restedAt: ctx.clock.now(),
    });
    await tx.audit({
      kind: 'transfer.ruled_out',
      requestId: item.requestId,
      itemId,
      data: { transfer: transfer.id, reason },
    });
  });
}
