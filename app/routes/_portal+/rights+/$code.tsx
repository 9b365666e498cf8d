import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TerritoryPage } from '#app/components/rights/territory-page.tsx';
import { describeTerritory } from '#app/services/rights/describe-territory.ts';
import { territoryNames } from '#app/web/rights-names.server.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, request, params, locale, t }) => {
  const { search, searchParams } = new URL(request.url);
  const code = params.code ?? '';
  if (code !== code.toLowerCase())
    throw redirect(`/rights/${encodeURIComponent(code.toLowerCase())}${search}`, 301);
  const { view, ...who } = await describeTerritory(ctx, { code, on: searchParams.get('on') });
  const names = territoryNames(view, locale);
  const page = new URL(`/rights/${code}`, ctx.config.publicUrl).href;
  return {
    view,
    names,
    ...who,
    address: view.on === view.today ? page : `${page}?on=${view.on}`,
    title: t('explorer:page.title', { place: names.place }),
    description: t(`explorer:page.lead.${view.kind}`, { place: names.place }),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.title },
        { name: 'description', content: data.description },
        { tagName: 'link', rel: 'canonical', href: data.address },
        {
          tagName: 'link',
          rel: 'alternate',
          type: 'application/json',
          href: `/rights/${data.view.territory.jurisdiction.toLowerCase()}.json`,
        },
      ]
    : [];

/** The law of one place, on one day. */
export default function Territory() {
  const { view, names, address, controller, contactEmail } = useLoaderData<typeof loader>();
  return <TerritoryPage {...{ view, names, address, controller, contactEmail }} />;
}
