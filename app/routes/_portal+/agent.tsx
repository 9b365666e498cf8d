import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { askForAgentCode } from '#app/services/agents/answer-for-agent.ts';
import { agentCookie } from '#app/web/agent.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress, textLine } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = z.object({ reference: textLine(60), email: emailAddress() });

export const loader = serve(({ t }) => ({ title: t('portal:addenda.agent.title') }));

export const action = serve(async (context) => {
  const { ctx, request, locale, network } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const token = await askForAgentCode(ctx, { ...form.value, locale, network });
    return redirect('/agent/code', { headers: { 'Set-Cookie': agentCookie.write(context, token) } });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

/** Where the mail to a data subject leads: does somebody act for you? */
export default function Agent() {
  const t = useText('portal');
  const { title } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const labels = { reference: t('track.reference'), email: t('track.email') };
  return (
    <QuestionPage form={form} labels={labels} back="/" button={t('track.button')}>
      <PageHeading lead={t('addenda.agent.lead')}>{title}</PageHeading>
      <TextField
        label={labels.reference}
        width={20}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        {...form.field('reference')}
      />
      <TextField
        label={labels.email}
        hint={t('addenda.agent.emailHint')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...form.field('email')}
      />
    </QuestionPage>
  );
}
