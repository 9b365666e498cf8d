import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import i18next, { type i18n as I18n } from 'i18next';
import {
  directionOf,
  FALLBACK_LOCALE,
  type Language,
  NAMESPACES,
  type Translate,
  textOptions,
} from './text.ts';

/** Finds `locales/` from wherever this module runs: as source (`app/i18n`) or inside `build/server`. */
function localesFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'locales', FALLBACK_LOCALE))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`No folder locales/${FALLBACK_LOCALE} above ${import.meta.dirname}`);
    folder = parent;
  }
  return join(folder, 'locales');
}

let listed: readonly Language[] | undefined;

/**
 * The languages on offer: one per folder of `locales/`, named in its own tongue.
 * Adding a language is adding a folder.
 */
export function languages(): readonly Language[] {
  listed ??= readdirSync(localesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => describeLanguage(entry.name))
    .sort(
      (a, b) =>
        Number(b.tag === FALLBACK_LOCALE) - Number(a.tag === FALLBACK_LOCALE) || (a.tag < b.tag ? 1 : -1),
    );
  return listed;
}

function describeLanguage(tag: string): Language {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return { tag, name, dir: directionOf(tag) };
}

/** The language as data; English for a tag that has no folder. */
export function languageOf(tag: string): Language {
  const all = languages();
  const found =
    all.find((language) => language.tag === tag) ?? all.find(({ tag }) => tag === FALLBACK_LOCALE);
  if (!found) throw new Error(`No language ${tag}: expected one of ${all.map(({ tag }) => tag).join(', ')}`);
  return found;
}

const instances = new Map<string, I18n>();

/** One i18next instance per language, made once: one per request costs more than the page itself. */
export function textInstance(locale: string): I18n {
  const { tag } = languageOf(locale);
  let instance = instances.get(tag);
  if (!instance) {
    instance = i18next.createInstance();
    instance.init({ ...textOptions(tag), initAsync: false, resources: { [tag]: readNamespaces(tag) } });
    instances.set(tag, instance);
  }
  return instance;
}

function readNamespaces(tag: string): Record<string, Record<string, unknown>> {
  const folder = join(localesFolder(), tag);
  return Object.fromEntries(
    NAMESPACES.map((namespace) => [
      namespace,
      JSON.parse(readFileSync(join(folder, `${namespace}.json`), 'utf8')),
    ]),
  );
}

/**
 * A translator for mails, packages and messages: `t('common:mail.receipt.subject', { reference })`.
 * Without a prefix the key is looked up in `common`. An unknown locale reads as English.
 */
export function translator(locale: string): Translate {
  return textInstance(locale).getFixedT(null, 'common') as unknown as Translate;
}
