import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import type { loader as rootLoader } from '#app/root.tsx';
import { redirectToCustomer } from '#app/services/requests/redirect-to-customer.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const PATH = '/request/relation';
const schema = z.object({ relation: z.enum(['own', 'customer']) });

export const loader = serveFiling((context) => {
  requirePage(context, PATH);
  return {
    title: context.t('portal:filing.relation.title'),
    initial: freshForm({ relation: context.answers.relation }),
  };
});

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  if (form.value.relation === 'own') return goOn(context, PATH, { relation: 'own' });
  await redirectToCustomer(context.ctx, { network: context.network });
  return redirect('/request/business');
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Relation() {
  const t = useText('portal');
  const { initial } = useLoaderData<typeof loader>();
  const organisation = useRouteLoaderData<typeof rootLoader>('root')?.organisation ?? '';
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const { defaultValue, ...field } = form.field('relation');
  const choice = (value: 'own' | 'customer') => ({
    value,
    label: t(`filing.relation.${value}.label`, { organisation }),
    hint: t(`filing.relation.${value}.hint`, { organisation }),
  });
  return (
    <QuestionPage form={form} back="/request/rights">
      <RadioGroup
        asHeading
        legend={t('filing.relation.heading')}
        hint={t('filing.relation.hint', { organisation })}
        choices={[choice('own'), choice('customer')]}
        defaultValue={defaultValue}
        {...field}
      />
    </QuestionPage>
  );
}
