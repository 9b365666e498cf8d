import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { ExpiredNotice, QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { COUNTRIES } from '#app/domain/rules/places.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { movedTo } from '#app/services/requests/change-residence.ts';
import { goOn, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { countryOptions } from '#app/web/places.server.ts';

const PATH = '/request/residence';
const schema = z.object({ country: z.enum(COUNTRIES as [string, ...string[]]) });

export const loader = serveFiling(({ answers, request, locale, t }) => ({
  title: t('portal:filing.residence.title'),
  initial: freshForm({ country: answers.residence?.country ?? suggested(request) }),
  countries: countryOptions(locale),
  expired: new URL(request.url).searchParams.has('expired'),
}));

/** The country that a link from the rights of a place brings along. */
function suggested(request: Request): string | undefined {
  const country = new URL(request.url).searchParams.get('country');
  return COUNTRIES.find((known) => known === country);
}

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const { country } = form.value;
  const { filed, submissionKey: _, ...kept } = context.answers;
  // After a filing, this page begins a new one.
  const answers = filed ? { submissionKey: crypto.randomUUID(), version: kept.version } : context.answers;
  const same = answers.residence?.country === country;
  const residence = same && answers.residence ? answers.residence : { country, region: null };
  return goOn({ ...context, answers }, PATH, movedTo(context.ctx, answers, residence));
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Residence() {
  const t = useText('portal');
  const { initial, countries, expired } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  return (
    <QuestionPage form={form} back="/" before={<ExpiredNotice shown={expired} />}>
      <PageHeading lead={t('filing.residence.hint')}>{t('filing.residence.heading')}</PageHeading>
      <Select
        label={t('filing.residence.country')}
        hint={t('filing.residence.behalf')}
        placeholder={t('filing.residence.placeholder')}
        options={countries}
        {...form.field('country')}
      />
    </QuestionPage>
  );
}
