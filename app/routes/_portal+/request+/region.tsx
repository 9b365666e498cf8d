import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { regionsOf } from '#app/domain/rules/places.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { movedTo } from '#app/services/requests/change-residence.ts';
import { goOn, requirePage, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { regionOptions } from '#app/web/places.server.ts';

const PATH = '/request/region';

export const loader = serveFiling((context) => {
  requirePage(context, PATH);
  const { answers, locale, t } = context;
  const country = answers.residence?.country ?? '';
  return {
    title: t('portal:filing.region.title'),
    initial: freshForm({ region: answers.residence?.region ?? undefined }),
    country,
    regions: regionOptions(country, locale),
  };
});

export const action = serveFiling(async (context) => {
  const country = context.answers.residence?.country ?? '';
  const regions = regionsOf(country) as [string, ...string[]];
  const form = await readForm(context.request, z.object({ region: z.enum(regions) }));
  if (!form.ok) return form.reply;
  const residence = { country, region: form.value.region };
  return goOn(context, PATH, movedTo(context.ctx, context.answers, residence));
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Region() {
  const t = useText('portal');
  const format = useFormats();
  const { initial, country, regions } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  return (
    <QuestionPage form={form} back="/request/residence">
      <PageHeading lead={t('filing.region.hint')}>
        {t('filing.region.heading', { country: format.country(country) })}
      </PageHeading>
      <Select
        label={t(`filing.region.label.${country}`)}
        placeholder={t('filing.region.placeholder')}
        options={regions}
        {...form.field('region')}
      />
    </QuestionPage>
  );
}
