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
import { claimAccount, proveAccount } from '#app/services/identity/prove-account.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const claim = z.object({ intent: z.literal('claim').optional() });

export const loader = serveSubject(async ({ ctx, session, request, t }) => {
  const { mayProveAccount } = await readCase(ctx, session.requestId);
  if (!mayProveAccount) throw redirect('/track/case');
  return { title: t('portal:account.title'), sent: new URL(request.url).searchParams.has('sent') };
});

export const action = serveSubject(async ({ ctx, session, request, network }) => {
  const { requestId } = session;
  const wish = await readForm(request.clone(), claim);
  if (wish.ok && wish.value.intent === 'claim') {
    return wish.attempt(async () => {
      await claimAccount(ctx, { requestId, network });
      return redirect('/track/case/account?sent=1');
    });
  }
  const form = await readForm(request, z.object({ code: oneTimeCode() }), { secret: ['code'] });
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const proven = await proveAccount(ctx, { requestId, code: form.value.code, network });
    return proven.ok ? redirect('/track/case?done=account') : form.refuse({ code: [{ code: 'wrong_code' }] });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Account() {
  const t = useText('portal');
  const { sent } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const send = (
    <Button look={sent ? 'link' : 'primary'} name="intent" value="claim" formNoValidate>
      {t(sent ? 'filing.confirm.again' : 'account.send')}
    </Button>
  );
  return (
    <QuestionPage form={form} back="/track/case" button={sent ? t('account.button') : null} buttons={send}>
      <PageHeading lead={t('account.lead')}>{t('account.heading')}</PageHeading>
      {sent && (
        <>
          <Notice role="status">{t('account.sent')}</Notice>
          <CodeField label={t('account.label')} {...form.bare('code')} />
        </>
      )}
    </QuestionPage>
  );
}
