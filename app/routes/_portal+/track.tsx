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
import { askForTrackingCode } from '#app/services/identity/track-request.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress, textLine } from '#app/web/form-fields.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';
import { trackingCookie } from '#app/web/tracking.server.ts';

const schema = z.object({ reference: textLine(60), email: emailAddress() });

export const loader = serve(({ request, t }) => {
  const { searchParams } = new URL(request.url);
  return {
    title: t('portal:track.title'),
    expired: searchParams.has('expired'),
    closed: searchParams.has('closed'),
    late: searchParams.has('late'),
  };
});

export const action = serve(async (context) => {
  const { ctx, request, locale, network } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const token = await askForTrackingCode(ctx, { ...form.value, locale, network });
    return redirect('/track/code', { headers: { 'Set-Cookie': trackingCookie.write(context, token) } });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Track() {
  const t = useText('portal');
  const { expired, closed, late } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const labels = { reference: t('track.reference'), email: t('track.email') };
  const before = (
    <>
      {expired && (
        <Notice tone="warning" role="status" title={t('track.expired.title')}>
          {t('track.expired.body')}
        </Notice>
      )}
      {late && (
        <Notice tone="warning" role="status" title={t('track.late.title')}>
          {t('track.late.body')}
        </Notice>
      )}
      {closed && (
        <Notice tone="success" role="status" title={t('case.left.title')}>
          {t('case.left.body')}
        </Notice>
      )}
    </>
  );
  return (
    <QuestionPage form={form} labels={labels} back="/" before={before} button={t('track.button')}>
      <PageHeading lead={t('track.lead')}>{t('track.heading')}</PageHeading>
      <TextField
        label={labels.reference}
        hint={t('track.referenceHint')}
        width={20}
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        {...form.field('reference')}
      />
      <TextField
        label={labels.email}
        hint={t('track.emailHint')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        {...form.field('email')}
      />
      <p className="mt-6 text-ink-soft">{t('track.lost')}</p>
    </QuestionPage>
  );
}
