import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { CodeField } from '#app/components/ui/code-field.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { proveForAgent } from '#app/services/agents/answer-for-agent.ts';
import { agentCookie } from '#app/web/agent.server.ts';
import { refusalOf } from '#app/web/errors.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve((context) => {
  if (!agentCookie.read(context)) throw redirect('/agent');
  return { title: context.t('portal:track.codeTitle') };
});

export const action = serve(async (context) => {
  const { ctx, request, network } = context;
  const token = agentCookie.read(context);
  if (!token) return redirect('/agent');
  const form = await readForm(request, z.object({ code: oneTimeCode() }), { secret: ['code'] });
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    try {
      const ok = await proveForAgent(ctx, { token, code: form.value.code, network });
      return ok ? redirect('/agent/answer') : form.refuse({ code: [{ code: 'wrong_code' }] });
    } catch (error) {
      if (refusalOf(error)?.code === 'tracking_expired') return redirect('/agent');
      throw error;
    }
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function AgentCode() {
  const t = useText('portal');
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  return (
    <QuestionPage form={form} back="/agent" button={t('track.codeButton')}>
      <PageHeading lead={t('track.codeLead')}>{t('track.codeHeading')}</PageHeading>
      <CodeField label={t('track.codeLabel')} {...form.bare('code')} />
    </QuestionPage>
  );
}
