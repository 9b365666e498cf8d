import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ComparisonBars } from '#app/components/rights/comparison-bars.tsx';
import { ComparisonTable } from '#app/components/rights/comparison-table.tsx';
import { PlaceChooser, PlaceIndex } from '#app/components/rights/place-chooser.tsx';
import { RightTabs } from '#app/components/rights/right-tabs.tsx';
import { Section } from '#app/components/rights/section.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { COMPARED_RIGHTS } from '#app/domain/rules/explorer/compared-rights.ts';
import { useFormats, useText } from '#app/i18n/react.tsx';
import { readOrganisation } from '#app/services/organisation/read-organisation.ts';
import { compareLaws } from '#app/services/rights/compare-laws.ts';
import { rightsHead } from '#app/web/rights-head.server.ts';
import { placeList } from '#app/web/rights-names.server.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, request, locale, t }) => {
  const { searchParams } = new URL(request.url);
  const place = searchParams.get('place');
  if (place) throw redirect(`/rights/${encodeURIComponent(place.toLowerCase())}`);
  const right = COMPARED_RIGHTS.find((known) => known === searchParams.get('compare')) ?? 'access';
  const { publicUrl } = ctx.config;
  const title = t('explorer:index.title');
  const description = t('explorer:index.lead');
  const address = new URL(right === 'access' ? '/rights' : `/rights?compare=${right}`, publicUrl).href;
  const organisation = (await readOrganisation(ctx))?.name ?? '';
  return {
    title,
    head: rightsHead({ request, publicUrl, locale, organisation, title, description, address }),
    right,
    rows: compareLaws(ctx, { right }),
    places: placeList(locale),
    today: ctx.clock.now().toString().slice(0, 10),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

/** Every law side by side, and the way to each place. */
export default function RightsByPlace() {
  const t = useText('explorer');
  const legal = useText('legal');
  const format = useFormats();
  const { title, right, rows, places, today } = useLoaderData<typeof loader>();
  const name = legal(`rights.${right}.name`);
  return (
    <>
      <PageHeading lead={t('index.lead')}>{title}</PageHeading>
      <PlaceChooser places={places} />
      <Section id="compare" title={t('compare.title')} lead={t('compare.lead')}>
        <RightTabs current={right} />
        <p className="max-w-measure">{legal(`rights.${right}.description`)}</p>
        <ComparisonBars rows={rows} caption={t('compare.bars', { right: name, date: format.date(today) })} />
        <ComparisonTable rows={rows} caption={t('compare.table', { right: name })} />
      </Section>
      <Section id="places" title={t('index.all')} lead={t('index.allLead')}>
        <PlaceIndex places={places} />
      </Section>
      <Section id="data" title={t('section.sources')}>
        <p className="mt-4 max-w-measure text-sm">
          {t('sources.open')} <a href="/rights/packs.json">{t('sources.all')}</a>
          {' · '}
          <a href="/rights/pack.schema.json">{t('sources.schema')}</a>
          {' · '}
          <a href="/rights/vectors.json">{t('sources.cases')}</a>
        </p>
        <p className="mt-2 max-w-measure text-sm">{t('sources.notAdvice')}</p>
      </Section>
    </>
  );
}
