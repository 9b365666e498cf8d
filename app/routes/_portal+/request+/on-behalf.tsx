import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AgentProof } from '#app/components/requests/agent-proof.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { lawOnHelpers } from '#app/services/agents/law-on-helpers.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textLine } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';

const PATH = '/request/on-behalf';
const schema = z.object({ subject: textLine(200), basis: textLine(200) });

export const loader = serveFiling((context) => {
  requirePage(context, PATH);
  const { answers, t } = context;
  return {
    title: t('portal:filing.onBehalf.title'),
    initial: freshForm(answers.onBehalf ?? {}),
    filedFor: answers.filedFor ?? 'represented',
    law: answers.residence ? lawOnHelpers(context.ctx, answers.residence) : null,
  };
});

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  return form.ok ? goOn(context, PATH, { onBehalf: form.value }) : form.reply;
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function OnBehalf() {
  const t = useText('portal');
  const { initial, filedFor, law } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const labels = {
    subject: t('filing.onBehalf.subject'),
    basis: t(`filing.onBehalf.basis.${filedFor}`),
  };
  return (
    <QuestionPage form={form} labels={labels} back="/request/for-whom">
      <PageHeading>{t('filing.onBehalf.heading')}</PageHeading>
      <AgentProof law={law} filedFor={filedFor} />
      <TextField
        label={labels.subject}
        hint={t('filing.onBehalf.subjectHint')}
        autoComplete="off"
        {...form.field('subject')}
      />
      <TextField
        label={labels.basis}
        hint={t(`filing.onBehalf.basisHint.${filedFor}`)}
        autoComplete="off"
        {...form.field('basis')}
      />
    </QuestionPage>
  );
}
