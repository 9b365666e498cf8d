import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { startContactChange } from '#app/services/identity/change-contact.ts';
import { readCase } from '#app/services/requests/read-case.ts';
import { refusalOf } from '#app/web/errors.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress } from '#app/web/form-fields.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { contactCookie } from '#app/web/tracking.server.ts';

const schema = z.object({ email: emailAddress() });

export const loader = serveSubject(async ({ ctx, session, t }) => {
  const { email } = await readCase(ctx, session.requestId);
  return { title: t('portal:address.title'), present: email };
});

export const action = serveSubject(async (context) => {
  const { ctx, session, request, locale, network } = context;
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { requestId } = session;
  return form.attempt(async () => {
    try {
      const token = await startContactChange(ctx, { requestId, email: form.value.email, locale, network });
      const headers = { 'Set-Cookie': contactCookie.write(context, token) };
      return redirect('/track/case/address/codes', { headers });
    } catch (error) {
      if (refusalOf(error)?.code === 'same_address')
        return form.refuse({ email: [{ code: 'same_address' }] });
      throw error;
    }
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Address() {
  const t = useText('portal');
  const { present } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  return (
    <QuestionPage form={form} back="/track/case" button={t('address.button')}>
      <PageHeading lead={t('address.lead')}>{t('address.heading')}</PageHeading>
      <p>
        {t('address.present')}: <bdi dir="ltr">{present}</bdi>
      </p>
      <div className="mt-6">
        <TextField
          label={t('address.new')}
          type="email"
          autoComplete="email"
          spellCheck={false}
          {...form.field('email')}
        />
      </div>
      <p className="mt-6 text-ink-soft">{t('address.noAccess')}</p>
    </QuestionPage>
  );
}
