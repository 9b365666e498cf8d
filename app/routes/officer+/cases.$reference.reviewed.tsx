import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Checkbox } from '#app/components/ui/checkbox.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { reviewCollection } from '#app/services/collection/review-collection.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { ticked } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({ run: z.uuid(), looked: ticked() });

export const loader = serveStaff(async (context) => {
  const { reference, collection } = await caseToChange(context);
  const others = collection?.sources.reduce((sum, { thirdPartyRows }) => sum + thirdPartyRows, 0) ?? 0;
  return {
    title: context.t('officer:reviewedForm.title'),
    reference,
    run: collection?.runId ?? '',
    rows: collection?.rows ?? 0,
    withheld: collection?.withholdings.length ?? 0,
    others,
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    // The run that the officer saw: a newer one asks for another look.
    await reviewCollection(ctx, { runId: form.value.run });
    return backToCase(params.reference, 'reviewed');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Reviewed() {
  const t = useText('officer');
  const format = useFormats();
  const { title, reference, run, rows, withheld, others } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = { looked: t('reviewedForm.looked') };
  return (
    <ActionPage {...{ reference, title, form, labels }} button={t('reviewedForm.button')}>
      <p>{t('reviewedForm.body', { count: withheld, rows: format.number(rows) })}</p>
      {others > 0 && <Notice tone="warning" title={t('reviewedForm.others', { count: others })} />}
      <input type="hidden" name="run" value={run} />
      <Checkbox label={labels.looked} {...form.bare('looked')} />
    </ActionPage>
  );
}
