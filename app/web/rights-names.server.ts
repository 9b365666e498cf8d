import { partsWithOwnLaw, type Territory, territoryOf } from '#app/domain/rules/explorer/territory-code.ts';
import type { TerritoryView } from '#app/domain/rules/explorer/territory-view.ts';
import { COUNTRIES } from '#app/domain/rules/places.ts';
import { formats } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/server.ts';
import { placeName } from './places.server.ts';

/** A territory in the reader's language: Netherlands; Quebec, Canada; European Economic Area. */
export function territoryName({ country, region, jurisdiction }: Territory, locale: string): string {
  return country
    ? placeName({ country, region }, locale)
    : translator(locale)(`legal:jurisdictions.${jurisdiction}`);
}

/** Everything on a territory's page that is named by the server in the reader's language. */
export function territoryNames(view: TerritoryView, locale: string) {
  return {
    place: territoryName(view.territory, locale),
    parts: partsWithOwnLaw(view.territory).map((part) => ({
      code: part.code,
      name: translator(locale)(`portal:regions.${part.region}`),
    })),
    languages: named(languageTags(view), (tag) => formats(locale).language(tag)),
  };
}

function named(keys: readonly string[], name: (key: string) => string): Record<string, string> {
  return Object.fromEntries(keys.map((key) => [key, name(key)]));
}

function languageTags({ duties }: TerritoryView): string[] {
  const { required = [], prevails } = duties?.language ?? {};
  return [...required, ...(prevails ? [prevails] : [])];
}

/** A place in the list of all places. */
export interface PlaceEntry {
  readonly code: string;
  readonly name: string;
  /** Whether a law is described there, and not our policy alone. */
  readonly described: boolean;
}

const lists = new Map<string, readonly PlaceEntry[]>();

/** Every country, and every region with a law of its own, by name in the reader's language and order. */
export function placeList(locale: string): readonly PlaceEntry[] {
  const list = lists.get(locale) ?? makePlaceList(locale);
  lists.set(locale, list);
  return list;
}

function makePlaceList(locale: string): PlaceEntry[] {
  const countries = COUNTRIES.map((code) => territoryOf(code) as Territory);
  const { compare } = new Intl.Collator(locale);
  return [...countries, ...countries.flatMap(partsWithOwnLaw)]
    .map((place) => ({
      code: place.code,
      name: territoryName(place, locale),
      described: place.jurisdiction !== 'ROW',
    }))
    .sort((a, b) => compare(a.name, b.name));
}
