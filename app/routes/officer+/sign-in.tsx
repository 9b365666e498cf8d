import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { FormErrors, PageForm, useFormView } from '#app/components/layout/page-form.tsx';
import { Button, ButtonRow } from '#app/components/ui/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextField } from '#app/components/ui/text-field.tsx';
import { useText } from '#app/i18n/react.tsx';
import { readStaffSession } from '#app/services/people/read-staff-session.ts';
import { signIn } from '#app/services/people/sign-in.ts';
import { readForm } from '#app/web/form.server.ts';
import { emailAddress } from '#app/web/form-fields.ts';
import { serve } from '#app/web/serve.server.ts';

const schema = z.object({ email: emailAddress(), password: z.string().min(1).max(128) });

export const loader = serve(async ({ ctx, request, t }) => {
  if (await readStaffSession(ctx, request.headers.get('Cookie'))) throw redirect('/officer');
  const over = new URL(request.url).searchParams.has('over');
  return { title: t('officer:signIn.title'), over };
});

export const action = serve(async ({ ctx, request, network }) => {
  const form = await readForm(request, schema, { secret: ['password'] });
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    const step = await signIn(ctx, { ...form.value, network });
    if (!step.ok) return form.refuse({ '': [{ code: 'sign_in_refused' }] });
    return redirect('/officer/sign-in/code', { headers: setCookies(step.cookies) });
  });
});

function setCookies(cookies: readonly string[]): [string, string][] {
  return cookies.map((cookie) => ['Set-Cookie', cookie]);
}

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function SignIn() {
  const t = useText('officer');
  const { title, over } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form);
  return (
    <div className="mx-auto max-w-96">
      <FormErrors form={form} labels={{ email: t('signIn.email'), password: t('signIn.password') }} />
      <PageHeading lead={over ? t('signIn.over') : undefined}>{title}</PageHeading>
      <PageForm>
        <TextField
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          spellCheck={false}
          {...form.field('email')}
        />
        <TextField
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          {...form.bare('password')}
        />
        <ButtonRow>
          <Button>{t('signIn.continue')}</Button>
        </ButtonRow>
      </PageForm>
      <p className="mt-6 text-ink-soft">{t('signIn.noAccount')}</p>
    </div>
  );
}
