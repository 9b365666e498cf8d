import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { ExpiredNotice, QuestionPage } from '#app/components/requests/question-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { COUNTRIES, regionsOf } from '#app/domain/rules/places.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { movedTo } from '#app/services/requests/change-residence.ts';
import { goOn, serveFiling } from '#app/web/filing.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { pageTitle } from '#app/web/page-title.ts';
import { countryOptions, placeName } from '#app/web/places.server.ts';

const PATH = '/request/residence';
const schema = z.object({ country: z.enum(COUNTRIES as [string, ...string[]]) });

export const loader = serveFiling(({ answers, request, locale, t }) => {
  const place = suggested(request);
  return {
    title: t('portal:filing.residence.title'),
    initial: freshForm({ country: place?.country ?? answers.residence?.country }),
    suggested: place?.region ? placeName(place, locale) : null,
    countries: countryOptions(locale),
    expired: new URL(request.url).searchParams.has('expired'),
  };
});

/** The place that a link from the page of its rights brings along. */
function suggested(request: Request): { country: string; region: string | null } | undefined {
  const { searchParams } = new URL(request.url);
  const country = COUNTRIES.find((known) => known === searchParams.get('country'));
  const region = country && regionsOf(country).find((known) => known === searchParams.get('region'));
  return country ? { country, region: region ?? null } : undefined;
}

export const action = serveFiling(async (context) => {
  const form = await readForm(context.request, schema);
  if (!form.ok) return form.reply;
  const { country } = form.value;
  const { filed, submissionKey: _, ...kept } = context.answers;
  // After a filing, this page begins a new one.
  const answers = filed ? { submissionKey: crypto.randomUUID(), version: kept.version } : context.answers;
  const known = [suggested(context.request), answers.residence].find(
    (place) => place?.country === country && place.region,
  );
  const residence = known ?? { country, region: null };
  return goOn({ ...context, answers }, PATH, movedTo(context.ctx, answers, residence));
});

export const meta = pageTitle;
export const handle = { keepsForm: true };

export default function Residence() {
  const t = useText('portal');
  const { initial, countries, suggested: place, expired } = useLoaderData<typeof loader>();
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
      {place && <p className="mt-2 text-ink-soft">{t('filing.residence.suggested', { place })}</p>}
    </QuestionPage>
  );
}
