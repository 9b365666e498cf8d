import type { InitOptions } from 'i18next';

/** What is shown when nothing that the reader asked for is on offer. */
export const FALLBACK_LOCALE = 'en';

/** The files of a language, one per kind of reader. */
export const NAMESPACES = ['common', 'portal', 'officer', 'legal', 'explorer'] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** A language on offer: BCP 47 tag, its name in itself, and the direction it is written in. */
export interface Language {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
}

const RTL_SCRIPTS = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'];

/** The direction in which a language is written, by its likely script. */
export function directionOf(tag: string): Language['dir'] {
  return RTL_SCRIPTS.includes(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** Looks a text up and fills its placeholders; `count` chooses the plural form. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** The settings that server and browser share, so that both render the same text. */
export function textOptions(locale: string): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    ns: [...NAMESPACES],
    defaultNS: 'common',
    // React and the mail templates escape; doing it here too would show entities to the reader.
    interpolation: { escapeValue: false },
    returnNull: false,
    parseMissingKeyHandler: (key) => {
      console.error(`No text for key ${key} in ${locale}: expected one in locales/${locale}`);
      return key;
    },
  };
}

/** Wraps a value in Unicode isolates, so that a Latin name inside an Arabic sentence leaves its order alone. */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`;
}
