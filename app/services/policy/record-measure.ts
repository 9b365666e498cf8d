import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { ANSWER_MEASURES } from '#app/domain/policy/policy-answer.ts';
import { policyAnswers, policyMeasures } from '#db/schema/index.ts';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';

export const measureSchema = z.strictObject({ answerId: z.uuid(), measure: z.enum(ANSWER_MEASURES) });

/**
 * Records what an officer did about a rejection or an objection. It belongs to that answer: whoever answers anew is
 * listed anew. @throws Forbidden, z.ZodError, NotFound; Conflict `answer_handled`
 */
export function recordMeasure(ctx: Ctx, input: z.infer<typeof measureSchema>): Promise<void> {
  const { personId } = requireStaff(ctx.actor, ...FULFILLING);
  const { answerId, measure } = measureSchema.parse(input);
  return change(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ answer: policyAnswers.answer })
      .from(policyAnswers)
      .where(eq(policyAnswers.id, answerId));
    if (!found || found.answer === 'accepted') throw new NotFound('policy_dissent');
    const added = await tx.db
      .insert(policyMeasures)
      .values({ answerId, measure, recordedBy: personId, recordedAt: ctx.clock.now() })
      .onConflictDoNothing({ target: policyMeasures.answerId })
      .returning({ id: policyMeasures.id });
    if (added.length === 0) throw new Conflict('answer_handled');
    await tx.audit({ kind: 'policy.measure_recorded', data: { answer: answerId, measure } });
  });
}
