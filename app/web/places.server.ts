import { COUNTRIES, regionsOf } from '#app/domain/rules/places.ts';
import { formats } from '#app/i18n/format.ts';
import { translator } from '#app/i18n/server.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

const cache = new Map<string, readonly Option[]>();

/** Countries by their names in a language, in its order. Made on the server: browsers name some countries differently. */
export function countryOptions(locale: string): readonly Option[] {
  return cached(`countries ${locale}`, () =>
    sorted(locale, COUNTRIES, (code) => formats(locale).country(code)),
  );
}

/** Parts of a country by their names in a language, in its order. */
export function regionOptions(country: string, locale: string): readonly Option[] {
  const t = translator(locale);
  return cached(`${country} ${locale}`, () =>
    sorted(locale, regionsOf(country), (code) => t(`portal:regions.${code}`)),
  );
}

/** A residence in words: Germany; Quebec, Canada. */
export function placeName(place: { country: string; region: string | null }, locale: string): string {
  const country = formats(locale).country(place.country);
  const t = translator(locale);
  return place.region ? t('portal:place', { region: t(`portal:regions.${place.region}`), country }) : country;
}

function cached(key: string, make: () => readonly Option[]): readonly Option[] {
  const found = cache.get(key) ?? make();
  cache.set(key, found);
  return found;
}

function sorted(locale: string, codes: readonly string[], name: (code: string) => string): Option[] {
  const { compare } = new Intl.Collator(locale);
  return codes.map((value) => ({ value, label: name(value) })).sort((a, b) => compare(a.label, b.label));
}
