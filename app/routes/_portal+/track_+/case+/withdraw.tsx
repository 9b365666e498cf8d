import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { CheckboxGroup } from '#app/components/ui/choice-group.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { readCase } from '#app/services/requests/read-case.ts';
import { withdrawItems } from '#app/services/requests/withdraw-items.ts';
import { readForm } from '#app/web/form.server.ts';
import { serveSubject } from '#app/web/guards.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const schema = z.object({ items: z.array(z.coerce.number().int().nonnegative()).min(1).max(30) });

export const loader = serveSubject(async ({ ctx, session, t }) => {
  const { items } = await readCase(ctx, session.requestId);
  const open = items.filter(({ mayWithdraw }) => mayWithdraw);
  if (open.length === 0) throw redirect('/track/case');
  return {
    title: t('portal:withdraw.title'),
    open: open.map(({ ordinal, right }) => ({ ordinal, right })),
  };
});

export const action = serveSubject(async ({ ctx, session, request }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  return form.attempt(async () => {
    await withdrawItems(ctx, { requestId: session.requestId, ordinals: form.value.items });
    return redirect('/track/case?done=withdrawn');
  });
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Withdraw() {
  const t = useText('portal');
  const legal = useText('legal');
  const { open } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, freshForm());
  const choices = open.map(({ ordinal, right }) => ({
    value: String(ordinal),
    label: legal(`rights.${right}.name`),
    hint: legal(`rights.${right}.description`),
  }));
  return (
    <QuestionPage form={form} back="/track/case" button={t('withdraw.button')}>
      <CheckboxGroup
        asHeading
        legend={t('withdraw.heading')}
        hint={t('withdraw.hint')}
        choices={choices}
        {...form.fields('items')}
      />
      <Notice tone="warning">{t('withdraw.effect')}</Notice>
    </QuestionPage>
  );
}
