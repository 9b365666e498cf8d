import { redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { CodeField } from '#app/components/ui/code-field.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { closeSubjectSession } from '#app/services/identity/subject-sessions.ts';
import { openTrackedRequest } from '#app/services/identity/track-request.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { subjectCookie } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { serve } from '#app/web/serve.server.ts';
import { trackingCookie } from '#app/web/tracking.server.ts';

export const loader = serve((context) => {
  if (!trackingCookie.read(context)) throw redirect('/track');
  return { title: context.t('portal:track.codeTitle') };
});

export const action = serve(async (context) => {
  const { ctx, request, network } = context;
  const token = trackingCookie.read(context);
  if (!token) return redirect('/track?expired=1');
  const form = await readForm(request, z.object({ code: oneTimeCode() }), { secret: ['code'] });
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const opened = await openTrackedRequest(ctx, { token, code: form.value.code, network });
    if (!opened) return redirect('/track?expired=1');
    if (!opened.ok) return form.refuse({ code: [{ code: 'wrong_code' }] });
    const earlier = subjectCookie.read(context);
    if (earlier) await closeSubjectSession(ctx, earlier);
    const headers = new Headers({ 'Set-Cookie': subjectCookie.write(context, opened.session.token) });
    headers.append('Set-Cookie', trackingCookie.clear(context));
    return redirect('/track/case', { headers });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function TrackCode() {
  const t = useText('portal');
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  return (
    <QuestionPage form={form} back="/track" button={t('track.codeButton')}>
      <PageHeading lead={t('track.codeLead')}>{t('track.codeHeading')}</PageHeading>
      <CodeField label={t('track.codeLabel')} {...form.bare('code')} />
      <p className="mt-6">
        <a href="/track">{t('track.codeOther')}</a>
      </p>
    </QuestionPage>
  );
}
