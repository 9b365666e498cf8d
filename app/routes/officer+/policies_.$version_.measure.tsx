import { redirect } from '@remix-run/node';
import { measureSchema, recordMeasure } from '#app/services/policy/record-measure.ts';
import { refusalOf } from '#app/web/errors.server.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const list = (version: string | undefined) => redirect(`/officer/policies/${version ?? ''}#dissent`);

/** Opening the address does nothing: only a button records. */
export const loader = serveStaff(({ params }) => list(params.version));

export const action = serveStaff(async ({ ctx, params, request }) => {
  const form = await request.formData();
  const given = measureSchema.parse({ answerId: form.get('answer'), measure: form.get('measure') });
  try {
    await recordMeasure(ctx, given);
  } catch (error) {
    // A colleague was quicker, or it was sent twice: the list shows what is on record.
    if (refusalOf(error)?.code !== 'answer_handled') throw error;
  }
  return list(params.version);
});
