import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { useKeyFromFragment } from '#app/components/policy/key-from-fragment.ts';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { openAnswer } from '#app/services/policy/answer-change.ts';
import { readForm } from '#app/web/form.server.ts';
import { textLine } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { policyCookie } from '#app/web/policy.server.ts';
import { serve } from '#app/web/serve.server.ts';

/** Kept on one line, and from left to right. */
const EXAMPLE = `\u2066${'7K3M-9Q2X-0V4T-H8ND'.replaceAll('-', '\u2011')}\u2069`;
const schema = z.object({ key: textLine(60) });

export const loader = serve(({ t }) => ({ title: t('portal:policy.key.title') }));

export const action = serve(async (context) => {
  const { ctx, request, network } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const token = await openAnswer(ctx, { key: form.value.key, network });
    if (!token) return form.refuse({ key: [{ code: 'wrong_answer_key' }] });
    return redirect('/privacy/answer/change', {
      headers: { 'Set-Cookie': policyCookie.write(context, token) },
    });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

/** Where the link of a notice leads. The key comes in the fragment, or is typed; opening the page answers nothing. */
export default function AnswerKey() {
  const t = useText('portal');
  const { title } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  useKeyFromFragment('key');
  return (
    <QuestionPage form={form} labels={{ key: t('policy.key.label') }} back="/privacy/changes">
      <PageHeading lead={t('policy.key.lead')}>{title}</PageHeading>
      <TextField
        label={t('policy.key.label')}
        hint={t('policy.key.hint', { example: EXAMPLE })}
        width={20}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        {...form.field('key')}
      />
    </QuestionPage>
  );
}
