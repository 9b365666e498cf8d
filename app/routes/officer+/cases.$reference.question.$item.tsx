import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { askQuestion } from '#app/services/cases/ask-question.ts';
import { backToCase, caseToChange, itemToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';

const schema = z.object({
  question: textBlock(10_000).refine((text) => text.length >= 10, {
    error: 'too_short',
    params: { min: 10 },
  }),
});

export const loader = serveStaff(async (context) => {
  const found = await caseToChange(context);
  const { right, pause } = itemToChange(found, context.params.item, 'clarification_requested');
  const { reference, locale } = found;
  return { title: context.t('officer:questionForm.title'), reference, locale, right, pause };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { reference = '', item = '' } = params;
  return form.attempt(async () => {
    await askQuestion(ctx, { reference, itemIds: [item], question: form.value.question });
    return backToCase(reference, 'question');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Question() {
  const t = useText('officer');
  const legal = useText('legal');
  const format = useFormats();
  const { title, reference, locale, right, pause } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  const labels = { question: t('questionForm.question') };
  const before = (
    <Notice tone={pause.effect === 'pauses' ? 'info' : 'warning'} title={t(`pause.${pause.effect}`)}>
      {pause.citation && (
        <p>
          <bdi>{pause.citation}</bdi> ({legal(`confidence.${pause.confidence}`)})
        </p>
      )}
    </Notice>
  );
  return (
    <ActionPage
      {...{ reference, title, form, labels, before }}
      lead={legal(`rights.${right}.name`)}
      button={t('questionForm.button')}
    >
      <Textarea
        label={labels.question}
        hint={t('questionForm.hint', { language: format.language(locale) })}
        rows={7}
        {...form.field('question')}
      />
    </ActionPage>
  );
}
