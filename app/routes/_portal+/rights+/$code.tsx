import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TerritoryPage } from '#app/components/rights/territory-page.tsx';
import { readOrganisation } from '#app/services/organisation/read-organisation.ts';
import { describeTerritory } from '#app/services/rights/describe-territory.ts';
import { rightsHead } from '#app/web/rights-head.server.ts';
import { territoryNames } from '#app/web/rights-names.server.ts';
import { serve } from '#app/web/serve.server.ts';

export const loader = serve(async ({ ctx, request, params, locale, t }) => {
  const { search, searchParams } = new URL(request.url);
  const code = params.code ?? '';
  if (code !== code.toLowerCase())
    throw redirect(`/rights/${encodeURIComponent(code.toLowerCase())}${search}`, 301);
  const { view, ...who } = await describeTerritory(ctx, { code, on: searchParams.get('on') });
  const names = territoryNames(view, locale);
  const { publicUrl } = ctx.config;
  const page = new URL(`/rights/${code}`, publicUrl).href;
  const address = view.on === view.today ? page : `${page}?on=${view.on}`;
  const title = t('explorer:page.title', { place: names.place });
  const description = t(`explorer:page.lead.${view.kind}`, { place: names.place });
  const organisation = (await readOrganisation(ctx))?.name ?? '';
  const head = { request, publicUrl, locale, organisation, title, description, address, view };
  return { view, names, ...who, address, head: rightsHead(head) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

/** The law of one place, on one day. */
export default function Territory() {
  const { view, names, address, controller, contactEmail } = useLoaderData<typeof loader>();
  return <TerritoryPage {...{ view, names, address, controller, contactEmail }} />;
}
