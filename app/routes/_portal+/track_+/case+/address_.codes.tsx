import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { CodeField } from '#app/components/ui/code-field.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { isolate } from '#app/i18n/text.ts';
import { finishContactChange, pendingContact } from '#app/services/identity/change-contact.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { serveSubject, subjectCookie } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { contactCookie } from '#app/web/tracking.server.ts';

const schema = z.object({ oldCode: oneTimeCode(), newCode: oneTimeCode() });

export const loader = serveSubject(async (context) => {
  const { ctx, session, t } = context;
  const { email } = await readCase(ctx, session.requestId);
  const pending = await pendingContact(ctx, session.requestId, contactCookie.read(context));
  if (!pending) throw redirect('/track/case/address');
  return { title: t('portal:address.codesTitle'), present: email, pending };
});

export const action = serveSubject(async (context) => {
  const { ctx, session, request, network } = context;
  const form = await readForm(request, schema, { secret: ['oldCode', 'newCode'] });
  if (!form.ok) return form.reply;
  const attempt = {
    requestId: session.requestId,
    token: contactCookie.read(context),
    network,
    ...form.value,
  };
  return form.attempt(async () => {
    const changed = await finishContactChange(ctx, attempt);
    if (!changed) return redirect('/track/case/address');
    if (!changed.ok) return form.refuse({ '': [{ code: 'wrong_codes' }] });
    const headers = new Headers({ 'Set-Cookie': subjectCookie.write(context, changed.session.token) });
    headers.append('Set-Cookie', contactCookie.clear(context));
    return redirect('/track/case?done=address', { headers });
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function AddressCodes() {
  const t = useText('portal');
  const { present, pending } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const labels = {
    oldCode: t('address.oldCode', { email: isolate(present) }),
    newCode: t('address.newCode', { email: isolate(pending) }),
  };
  return (
    <QuestionPage form={form} labels={labels} back="/track/case/address" button={t('address.confirm')}>
      <PageHeading>{t('address.codesHeading')}</PageHeading>
      <CodeField label={labels.oldCode} {...form.bare('oldCode')} />
      <CodeField label={labels.newCode} {...form.bare('newCode')} />
    </QuestionPage>
  );
}
