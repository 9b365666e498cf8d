import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { CodeField } from '#app/components/ui/code-field.tsx';
import { BackLink } from '#app/components/ui/navigation.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { useText } from '#app/i18n/react.tsx';
import { verifySecondFactor } from '#app/services/people/sign-in.ts';
import { readForm } from '#app/web/form.server.ts';
import { oneTimeCode } from '#app/web/form-fields.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = z.object({ code: oneTimeCode() });

const REFUSED = { refused: 'code_refused', locked: 'sign_in_locked', spent: 'code_spent' } as const;

export const loader = serve(({ t }) => ({ title: t('officer:signIn.codeTitle') }));

export const action = serve(async ({ ctx, request }) => {
  const form = await readForm(request, schema, { secret: ['code'] });
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const cookie = request.headers.get('Cookie');
    const step = await verifySecondFactor(ctx, { code: form.value.code, cookie });
    if (step.ok)
      return redirect('/officer', {
        headers: step.cookies.map((c) => ['Set-Cookie', c] as [string, string]),
      });
    if (step.reason === 'start_again') return redirect('/officer/sign-in?over');
    return form.refuse({ code: [{ code: REFUSED[step.reason] }] });
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function SecondFactor() {
  const t = useText('officer');
  const { title } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <div className="mx-auto max-w-96">
      <BackLink href="/officer/sign-in" />
      <FormErrors form={form} labels={{ code: t('signIn.code') }} />
      <PageHeading>{title}</PageHeading>
      <PageForm>
        <CodeField label={t('signIn.code')} hint={t('signIn.codeHint')} {...form.bare('code')} />
        <ButtonRow>
          <Button>{t('signIn.enter')}</Button>
        </ButtonRow>
      </PageForm>
    </div>
  );
}
