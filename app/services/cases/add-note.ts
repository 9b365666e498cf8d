import { z } from 'zod';
import { FULFILLING, requireStaff } from '../actor.ts';
import { change } from '../change.ts';
import type { Ctx } from '../context.ts';
import { lockCase, referenceSchema } from './load-case.ts';
import { recordMessage } from './record-message.ts';

export const noteSchema = z.strictObject({
  reference: referenceSchema,
  note: z.string().trim().min(1).max(4000),
});

/** Keeps a note among staff; the data subject does not see it. @throws Forbidden, z.ZodError, NotFound */
export function addNote(ctx: Ctx, input: z.input<typeof noteSchema>): Promise<void> {
  requireStaff(ctx.actor, ...FULFILLING);
  const { reference, note } = noteSchema.parse(input);
  return change(ctx, async (tx) => {
    const { request } = await lockCase(tx, reference);
    await recordMessage(ctx, tx, request, { kind: 'note', body: note });
  });
}
