import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { AnswerButtons } from '#app/components/policy/answer-buttons.tsx';
import { ChangeFacts } from '#app/components/policy/change-facts.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { POLICY_ANSWERS } from '#app/domain/policy/policy-answer.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { answerChange, readChangeToAnswer } from '#app/services/policy/answer-change.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { withOpenedChange } from '#app/web/policy.server.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = z.object({ answer: z.enum(POLICY_ANSWERS) });

export const loader = serve(async (context) => ({
  title: context.t('portal:policy.answer.title'),
  found: await withOpenedChange(context, (token) => readChangeToAnswer(context.ctx, token, context.locale)),
  done: new URL(context.request.url).searchParams.has('done'),
}));

export const action = serve(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const { answer } = form.value;
    await withOpenedChange(context, (token) => answerChange(context.ctx, { token, answer }));
    return redirect('/privacy/answer/change?done');
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

/** What changes, what the reader's territory is promised, and the answer. */
export default function AnswerToChange() {
  const t = useText('portal');
  const { title, found, done } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const told = (
    <Notice tone="success" role="status" title={t('policy.answer.done')}>
      {t('policy.answer.doneBody')}
    </Notice>
  );
  return (
    <QuestionPage
      form={form}
      back="/privacy/changes"
      before={done && form.errors.length === 0 && told}
      button={null}
      buttons={<AnswerButtons found={found} />}
    >
      <PageHeading caption={t('policy.answer.reference', { name: `\u2068${found.version.name}\u2069` })}>
        {title}
      </PageHeading>
      <ChangeFacts found={found} />
    </QuestionPage>
  );
}
