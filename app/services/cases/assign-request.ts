import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { people, requests } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { lockCase, referenceSchema } from './load-case.ts';
import { wrongField } from './refuse-field.ts';

const inputSchema = z.strictObject({
  reference: referenceSchema,
  /** Id of a person who fulfils requests; null lays the request back. */
  to: z.string().max(80).nullable(),
});

/**
 * Says who works on a request.
 * @throws Forbidden, NotFound; Invalid `not_a_fulfiller` for somebody who cannot work on it
 */
export function assignRequest(ctx: Ctx, input: z.input<typeof inputSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, to } = inputSchema.parse(input);
  return change(ctx, async (tx) => {
    const { request } = await lockCase(tx, reference);
    if (to !== null) {
      const able = await tx.db
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, to), eq(people.disabled, false), inArray(people.role, [...FULFILLING])));
      if (able.length === 0) throw wrongField('to', 'not_a_fulfiller');
    }
    await tx.db.update(requests).set({ assignedTo: to }).where(eq(requests.id, request.id));
    await tx.audit({ kind: 'request.assigned', requestId: request.id, data: { to } });
  });
}
