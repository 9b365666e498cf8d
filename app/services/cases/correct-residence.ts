import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { REAL_NAME_RULE } from '#app/domain/identity/real-name.ts';
import { requestItems, requests, residenceRecords } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict } from '../errors.ts';
import { setAsideUnproven, withdrawRealName } from '../identity/withdraw-real-name.ts';
import { moveItems } from '../requests/move-item.ts';
import { regimeAt } from '../requests/regime-at.ts';
import { lockCase, openItems, reasonSchema, referenceSchema } from './load-case.ts';

export const residenceSchema = z.strictObject({
  reference: referenceSchema,
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z
    .string()
    .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
    .nullable(),
  reason: reasonSchema,
});

/**
 * Corrects where the data subject ordinarily lives. Every date is computed anew under the law of that place as it
 * stood on the day of receipt; the former residence stays on record. A real-name proof falls with the place where
 * real names own accounts, and with it what was found by that account alone.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `nothing_open` when every item is decided, `same_residence`
 */
export function correctResidence(ctx: Ctx, input: z.input<typeof residenceSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { reference, country, region, reason } = residenceSchema.parse(input);
  return change(ctx, async (tx) => {
    const found = await lockCase(tx, reference);
    const { request } = found;
    const open = openItems(found);
    if (open.length === 0) throw new Conflict('nothing_open');
    if (request.country === country && request.region === region) throw new Conflict('same_residence');
    const regime = regimeAt(region ? { country, region } : { country }, request.receivedAt);
    const residence = { country, region, jurisdiction: regime.jurisdiction };
    await tx.db.insert(residenceRecords).values({
      requestId: request.id,
      ...residence,
      reasonSealed: ctx.vault.seal(reason, 'residence_records.reason'),
      recordedBy: personId,
      recordedAt: ctx.clock.now(),
    });
    await tx.db
      .update(requests)
      .set({ ...residence, regimeKind: regime.kind })
      .where(eq(requests.id, request.id));
    // A law that is not described promises no date: what the former law said must not stand.
    if (regime.kind === 'not_described')
      for (const { id } of open)
        await tx.db
          .update(requestItems)
          .set({ deadline: null, packId: null, packVersion: null, steerAt: null })
          .where(eq(requestItems.id, id));
    if (regime.jurisdiction !== REAL_NAME_RULE.jurisdiction && (await withdrawRealName(ctx, tx, request.id)))
      await setAsideUnproven(ctx, tx, request.id);
    await tx.audit({
      kind: 'residence.corrected',
      requestId: request.id,
      data: { from: request.jurisdiction, to: regime.jurisdiction },
    });
    await moveItems(ctx, tx, open, 'residence_corrected', new Set(['reasons']));
  });
}
