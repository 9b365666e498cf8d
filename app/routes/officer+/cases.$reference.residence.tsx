import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ActionPage } from '#app/components/cases/action-page.tsx';
import { deskTitle } from '#app/components/cases/desk-title.ts';
import { useFormView } from '#app/components/layout/page-form.tsx';
import { Select } from '#app/components/ui/select.tsx';
import { Textarea } from '#app/components/ui/textarea.tsx';
import { COUNTRIES, regionsOf } from '#app/domain/rules/places.ts';
import { COUNTRIES_WITH_REGIONS } from '#app/domain/rules/territory.ts';
import { freshForm } from '#app/i18n/form-state.ts';
import { useText } from '#app/i18n/react.tsx';
import { FULFILLING } from '#app/services/actor.ts';
import { correctResidence } from '#app/services/cases/correct-residence.ts';
import { backToCase, caseToChange } from '#app/web/desk.server.ts';
import { readForm } from '#app/web/form.server.ts';
import { textBlock } from '#app/web/form-fields.ts';
import { serveStaff } from '#app/web/guards.server.ts';
import { countryOptions, regionOptions } from '#app/web/places.server.ts';

const schema = z
  .object({
    country: z.string().refine((code) => COUNTRIES.includes(code), 'invalid_choice'),
    region: z.string().optional(),
    reason: textBlock(4000).refine((text) => text.length >= 10, { error: 'too_short', params: { min: 10 } }),
  })
  .refine(({ country, region }) => !region || regionsOf(country).includes(region), {
    error: 'region_elsewhere',
    path: ['region'],
  });

export const loader = serveStaff(async (context) => {
  const { reference, residences } = await caseToChange(context);
  const last = residences.at(-1);
  return {
    title: context.t('officer:residenceForm.title'),
    reference,
    initial: freshForm({ country: last?.country, region: last?.region ?? undefined }),
    countries: countryOptions(context.locale),
    regions: COUNTRIES_WITH_REGIONS.map((country) => ({
      group: context.format.country(country),
      options: regionOptions(country, context.locale),
    })).filter(({ options }) => options.length > 0),
  };
});

export const action = serveStaff(FULFILLING, async ({ ctx, request, params }) => {
  const form = await readForm(request, schema);
  if (!form.ok) return form.reply;
  const { country, region = null, reason } = form.value;
  return form.attempt(async () => {
    await correctResidence(ctx, { reference: params.reference ?? '', country, region, reason });
    return backToCase(params.reference, 'residence');
  });
});

export const meta = deskTitle;
export const handle = { keepsForm: true };

export default function Residence() {
  const t = useText('officer');
  const { title, reference, initial, countries, regions } = useLoaderData<typeof loader>();
  const form = useFormView(useActionData<typeof action>()?.form, initial);
  const labels = {
    country: t('residenceForm.country'),
    region: t('residenceForm.region'),
    reason: t('residenceForm.reason'),
  };
  return (
    <ActionPage
      {...{ reference, title, form, labels }}
      lead={t('residenceForm.lead')}
      button={t('residenceForm.button')}
    >
      <Select label={labels.country} options={countries} {...form.field('country')} />
      <Select
        label={labels.region}
        hint={t('residenceForm.regionHint')}
        placeholder={t('residenceForm.noRegion')}
        optional
        options={regions}
        {...form.field('region')}
      />
      <Textarea label={labels.reason} hint={t('residenceForm.reasonHint')} {...form.field('reason')} />
    </ActionPage>
  );
}
