import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { askForInstructionsCode } from '#app/services/instructions/open-instructions.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress, textLine } from '#app/web/form-fields.ts';
import { instructionsCookie } from '#app/web/instructions.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = z.object({ reference: textLine(60), email: emailAddress() });

export const loader = serve(({ request, t }) => ({
  title: t('portal:addenda.instructions.open'),
  expired: new URL(request.url).searchParams.has('expired'),
}));

export const action = serve(async (context) => {
  const { ctx, request, locale, network } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const token = await askForInstructionsCode(ctx, { ...form.value, locale, network });
    return redirect('/instructions/code', {
      headers: { 'Set-Cookie': instructionsCookie.write(context, token) },
    });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function OpenInstructions() {
  const t = useText('portal');
  const { title, expired } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const labels = { reference: t('track.reference'), email: t('track.email') };
  const before = expired && (
    <Notice tone="warning" role="status" title={t('track.expired.title')}>
      {t('track.expired.body')}
    </Notice>
  );
  return (
    <QuestionPage form={form} labels={labels} back="/instructions" before={before} button={t('track.button')}>
      <PageHeading lead={t('addenda.instructions.openLead')}>{title}</PageHeading>
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
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...form.field('email')}
      />
    </QuestionPage>
  );
}
