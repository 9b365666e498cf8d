import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { ServiceQuestion } from '#app/components/requests/service-question.tsx';
import { RadioGroup } from '#app/components/ui/choice-group.tsx';
import { ANY_SERVICE } from '#app/domain/requests/service-choice.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import type { loader as rootLoader } from '#app/root.tsx';
import { offeredServices } from '#app/services/organisation/read-services.ts';
import { redirectToCustomer } from '#app/services/requests/redirect-to-customer.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';

const PATH = '/request/relation';
const schema = z.object({ relation: z.enum(['own', 'customer']), service: z.string().max(40).optional() });

export const loader = serveFiling(async (context) => {
  requirePage(context, PATH);
  const services = await offeredServices(context.ctx);
  return {
    title: context.t('portal:filing.relation.title'),
    // Nobody has to know the service to use a right: without an answer it is any of them.
    initial: freshForm({
      relation: context.answers.relation,
      service: context.answers.service ?? ANY_SERVICE,
    }),
    services: services.map(({ id, name, policy }) => ({ id, name, policy })),
  };
});

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const { relation, service } = form.value;
  if (relation === 'own') return goOn(context, PATH, { relation, service });
  await redirectToCustomer(context.ctx, { network: context.network });
  return redirect('/request/business');
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Relation() {
  const t = useText('portal');
  const { initial, services } = useLoaderData<typeof loader>();
  const organisation = useRouteLoaderData<typeof rootLoader>('root')?.organisation ?? '';
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const { defaultValue, ...field } = form.field('relation');
  const choice = (value: 'own' | 'customer') => ({
    value,
    label: t(`filing.relation.${value}.label`, { organisation }),
    hint: t(`filing.relation.${value}.hint`, { organisation }),
  });
  return (
    <QuestionPage
      form={form}
      back="/request/rights"
      labels={services.length > 1 ? { relation: t('filing.relation.heading') } : {}}
    >
      <RadioGroup
        asHeading
        legend={t('filing.relation.heading')}
        hint={t('filing.relation.hint', { organisation })}
        choices={[choice('own'), choice('customer')]}
        defaultValue={defaultValue}
        {...field}
      />
      {services.length > 1 && <ServiceQuestion form={form} services={services} />}
    </QuestionPage>
  );
}
