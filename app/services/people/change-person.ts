import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { people, STAFF_ROLES, staffSessions } from '#db/schema/index.ts';
import { requireStaff } from '../actor.ts';
import { type Change, change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { Conflict, NotFound } from '../errors.ts';

export const personChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('role'),
    personId: z.string().min(1).max(80),
    role: z.enum(STAFF_ROLES),
  }),
  z.strictObject({ change: z.enum(['disabled', 'enabled']), personId: z.string().min(1).max(80) }),
]);
export type PersonChange = z.infer<typeof personChangeSchema>;

/**
 * Gives somebody another role, or shuts them out and lets them in again. Their sessions end at once, so that nobody
 * works on with what they had. The last administrator cannot be lost.
 * @throws Forbidden, z.ZodError, NotFound; Conflict `last_administrator`
 */
export function changePerson(ctx: Ctx, input: PersonChange): Promise<void> {
  requireStaff(ctx.actor, 'administrator');
  const wanted = personChangeSchema.parse(input);
  return change(ctx, async (tx) => {
    // The rows of all administrators are locked, so that two of them cannot demote each other at one time.
    const administrators = await tx.db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.role, 'administrator'), eq(people.disabled, false)))
      .for('update');
    const stays =
      wanted.change === 'enabled' || (wanted.change === 'role' && wanted.role === 'administrator');
    if (!stays && !administrators.some(({ id }) => id !== wanted.personId))
      throw new Conflict('last_administrator');
    await apply(ctx, tx, wanted);
    await tx.db.delete(staffSessions).where(eq(staffSessions.userId, wanted.personId));
    await tx.audit({ kind: 'person.changed', data: { person: wanted.personId, change: word(wanted) } });
  });
}

async function apply(ctx: Ctx, tx: Change, wanted: PersonChange): Promise<void> {
  const values =
    wanted.change === 'role' ? { role: wanted.role } : { disabled: wanted.change === 'disabled' };
  const changed = await tx.db
    .update(people)
    .set({ ...values, updatedAt: new Date(ctx.clock.now().epochMilliseconds) })
    .where(eq(people.id, wanted.personId))
    .returning({ id: people.id });
  if (changed.length === 0) throw new NotFound('person');
}

function word(wanted: PersonChange): string {
  return wanted.change === 'role' ? `role:${wanted.role}` : wanted.change;
}
