import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { recordAnswer } from '#app/services/cases/record-answer.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  answer: textBlock(10_000).refine((text) => text.length >= 3, { error: 'too_short', params: { min: 3 } }),
});

export const loader = serveStaff(async (context) => {
  const { reference } = await caseToChange(context);
  return { title: context.t('officer:answerForm.title'), reference };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await recordAnswer(ctx, { reference: params.reference ?? '', answer: form.value.answer });
    return backToCase(params.reference, 'answer');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Answer() {
  const t = useText('officer');
  const { title, reference } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = { answer: t('answerForm.answer') };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('answerForm.lead')}
      button={t('answerForm.button')}
    >
      <Textarea label={labels.answer} hint={t('answerForm.hint')} rows={7} {...form.field('answer')} />
    </ActionPage>
  );
}
