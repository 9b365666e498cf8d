import type { MetaDescriptor } from '@remix-run/node';
import type { LawLayer } from '#app/domain/rules/explorer/law-layers.ts';
import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { languages } from '#app/i18n/server.ts';
import { chosenLanguage, LANGUAGE_PARAM } from './locale.server.ts';

interface RightsPage {
  readonly request: Request;
  readonly publicUrl: string;
  readonly locale: string;
  readonly organisation: string;
  readonly title: string;
  readonly description: string;
  /** The path, and the query without a choice of language: what the page is quoted by. */
  readonly address: string;
  /** The law that the page describes; left out on the list of all laws. */
  readonly view?: TerritoryView;
}

/**
 * What machines read of a public page of rights: its one address, the same page in every language, a preview for whoever
 * shares it, and the laws that it is about (schema.org). Nothing here that the page does not show.
 */
export function rightsHead(page: RightsPage): MetaDescriptor[] {
  const { title, description, locale, view } = page;
  const own = addressIn(page.address, chosenLanguage(new URL(page.request.url)));
  return [
    { title },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: own },
    ...languages().map(({ tag }) => alternate(tag, addressIn(page.address, tag))),
    alternate('x-default', page.address),
    ...(view && view.layers.length > 0 ? [jsonLink(view)] : []),
    { property: 'og:type', content: 'article' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: own },
    { property: 'og:site_name', content: page.organisation },
    { property: 'og:locale', content: locale },
    { name: 'twitter:card', content: 'summary' },
    { 'script:ld+json': linkedData(page, own) },
  ];
}

function addressIn(address: string, tag: string | undefined): string {
  const url = new URL(address);
  if (tag) url.searchParams.set(LANGUAGE_PARAM, tag);
  return url.href;
}

function alternate(hrefLang: string, href: string): MetaDescriptor {
  return { tagName: 'link', rel: 'alternate', hrefLang, href };
}

function jsonLink({ territory }: TerritoryView): MetaDescriptor {
  const href = `/rights/${territory.jurisdiction.toLowerCase()}.json`;
  return { tagName: 'link', rel: 'alternate', type: 'application/json', href };
}

function linkedData({ title, description, locale, publicUrl, view }: RightsPage, url: string) {
  const laws = (view?.layers ?? []).filter(({ jurisdiction }) => jurisdiction !== 'ROW');
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: title,
    description,
    url,
    inLanguage: locale,
    isAccessibleForFree: true,
    ...(laws.length > 0 && { about: laws.map(legislation) }),
    ...(view &&
      view.layers.length > 0 && {
        isBasedOn: view.layers.map(
          ({ jurisdiction }) => new URL(`/rights/${jurisdiction.toLowerCase()}.json`, publicUrl).href,
        ),
      }),
  };
}

function legislation({ law, from, to, versions }: LawLayer) {
  const shown = versions.find((version) => version.shown);
  return {
    '@type': 'Legislation',
    name: law.name,
    legislationIdentifier: law.citation,
    temporalCoverage: `${from}/${to ?? '..'}`,
    legislationLegalForce: `https://schema.org/${shown?.when === 'in_force' ? 'InForce' : 'NotInForce'}`,
  };
}
