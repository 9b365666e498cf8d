import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { ANSWER_MEASURES } from '#app/domain/policy/policy-answer.ts';
import { FULFILLING } from '#app/services/actor.ts';
import { recordMeasure } from '#app/services/policy/record-measure.ts';
import { refusalOf } from '#app/web/errors.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({ answer: z.uuid(), measure: z.enum(ANSWER_MEASURES) });
const list = (version: string | undefined) => redirect(`/officer/policies/${version ?? ''}#dissent`);

/** Opening the address does nothing: only a button records. */
export const loader = serveStaff(({ params }) => list(params.version));

export const action = serveStaff(FULFILLING, async ({ ctx, params, request }) => {
  const form = await readForm(request, schema);
  // No page of ours sends anything else.
  if (!form.ok) return list(params.version);
  const { answer: answerId, measure } = form.value;
  try {
    await recordMeasure(ctx, { answerId, measure });
  } catch (error) {
    // A colleague was quicker, or it was sent twice: the list shows what is on record.
    if (refusalOf(error)?.code !== 'answer_handled') throw error;
  }
  return list(params.version);
});
