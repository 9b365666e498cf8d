import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { SummaryList } from '#app/components/ui/summary-list.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { answerForAgent, readAgentQuestion } from '#app/services/agents/answer-for-agent.ts';
import { withProvenAddress } from '#app/web/agent.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = z.object({ answer: z.enum(['yes', 'no']) });

export const loader = serve(async (context) => ({
  title: context.t('portal:addenda.agent.title'),
  question: await withProvenAddress(context, (token) => readAgentQuestion(context.ctx, token)),
}));

export const action = serve(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const confirmed = form.value.answer === 'yes';
  await withProvenAddress(context, (token) => answerForAgent(context.ctx, { token, confirmed }));
  return redirect('/agent/done');
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function AgentAnswer() {
  const t = useText('portal');
  const legal = useText('legal');
  const format = useFormats();
  const { title, question } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const { defaultValue, ...field } = form.field('answer');
  const rows = [
    { key: 'agent', term: t('addenda.agent.who'), value: <bdi>{question.agent}</bdi> },
    { key: 'relation', term: t('addenda.agent.relation'), value: <bdi>{question.relation}</bdi> },
    {
      key: 'rights',
      term: t('addenda.agent.rights'),
      value: format.list(question.rights.map((right) => legal(`rights.${right}.name`))),
    },
  ];
  return (
    <QuestionPage form={form} back="/agent" button={t('addenda.agent.send')}>
      <PageHeading>{title}</PageHeading>
      <SummaryList rows={rows} />
      <RadioGroup
        legend={t('addenda.agent.question')}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`addenda.agent.${value}`) }))}
        defaultValue={defaultValue}
        {...field}
      />
    </QuestionPage>
  );
}
