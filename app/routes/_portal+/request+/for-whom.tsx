import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AgesNote } from '#app/components/requests/agent-proof.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { FILED_FOR } from '#app/domain/identity/assurance.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { lawOnHelpers } from '#app/services/agents/law-on-helpers.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const PATH = '/request/for-whom';
const schema = z.object({ filedFor: z.enum(FILED_FOR) });

export const loader = serveFiling((context) => {
  requirePage(context, PATH);
  return {
    title: context.t('portal:filing.forWhom.title'),
    law: context.answers.residence ? lawOnHelpers(context.ctx, context.answers.residence) : null,
    initial: freshForm({ filedFor: context.answers.filedFor }),
  };
});

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const { filedFor } = form.value;
  // What was said of a child is not said of somebody who died: the next page asks anew.
  const onBehalf = filedFor === context.answers.filedFor ? context.answers.onBehalf : undefined;
  return goOn(context, PATH, { filedFor, onBehalf });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function ForWhom() {
  const t = useText('portal');
  const { initial, law } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const { defaultValue, ...field } = form.field('filedFor');
  const others = (['child', 'represented', 'deceased'] as const).map((value) => ({
    value,
    label: t(`filing.forWhom.${value}.label`),
    hint: t(`filing.forWhom.${value}.hint`),
  }));
  return (
    <QuestionPage form={form} back="/request/relation">
      <RadioGroup
        asHeading
        legend={t('filing.forWhom.heading')}
        choices={[{ value: 'self', label: t('filing.forWhom.self') }, ...others]}
        defaultValue={defaultValue}
        {...field}
      />
      <AgesNote law={law} />
      <Notice title={t('filing.forWhom.note.title')}>{t('filing.forWhom.note.body')}</Notice>
    </QuestionPage>
  );
}
