import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { Button } from '#app/components/ui/button.tsx';
import { CodeField } from '#app/components/ui/code-field.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { confirmAddress, sendCodeAgain } from '#app/services/identity/confirm-address.ts';
import { readReceipt } from '#app/services/requests/read-receipt.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { serveSubject, subjectCookie } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const again = z.object({ intent: z.literal('again').optional() });

export const loader = serveSubject(async ({ ctx, session, request, t }) => {
  const { email, contactVerified } = await readReceipt(ctx, session.requestId);
  if (contactVerified) throw redirect('/track/case?confirmed=1');
  return {
    title: t('portal:filing.confirm.title'),
    email,
    sent: new URL(request.url).searchParams.has('sent'),
  };
});

export const action = serveSubject(async (context) => {
  const { ctx, session, request, network, locale } = context;
  const { requestId } = session;
  const wish = await readForm(request.clone(), again);
  if (wish.ok && wish.value.intent === 'again') {
    return wish.attempt(async () => {
      await sendCodeAgain(ctx, { requestId, network, purpose: 'verify', locale });
      return redirect('/request/confirm?sent=1');
    });
  }
  const form = await readForm(request, z.object({ code: oneTimeCode() }), { secret: ['code'] });
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const confirmed = await confirmAddress(ctx, { requestId, code: form.value.code, network });
    if (!confirmed.ok) return form.refuse({ code: [{ code: 'wrong_code' }] });
    const proven = confirmed.session && {
      'Set-Cookie': subjectCookie.write(context, confirmed.session.token),
    };
    return redirect('/track/case?confirmed=1', proven ? { headers: proven } : {});
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Confirm() {
  const t = useText('portal');
  const { email, sent } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const before = sent && (
    <Notice tone="success" role="status" title={t('filing.confirm.sent.title')}>
      {t('filing.confirm.sent.body')}
    </Notice>
  );
  const another = (
    <Button look="link" name="intent" value="again" formNoValidate>
      {t('filing.confirm.again')}
    </Button>
  );
  return (
    <QuestionPage
      form={form}
      back="/request/receipt"
      before={before}
      button={t('filing.confirm.button')}
      buttons={another}
    >
      <PageHeading lead={t('filing.confirm.hint', { email: isolate(email) })}>
        {t('filing.confirm.heading')}
      </PageHeading>
      <CodeField label={t('filing.confirm.label')} {...form.bare('code')} />
      <p className="mt-6 text-ink-soft">{t('filing.confirm.later')}</p>
    </QuestionPage>
  );
}
