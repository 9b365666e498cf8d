import { RemixBrowser } from '@remix-run/react';
import i18next from 'i18next';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { TEXT_FILES, TextProvider } from './i18n/react.tsx';
import { textOptions } from './i18n/text.ts';
import type { Texts } from './i18n/text-files.ts';

type Fetch = () => Promise<Texts>;

/** One small file per language and namespace, and per section that lies apart (see `text-files.ts`). */
const whole = import.meta.glob<Texts>('../locales/*/*.json', { import: 'default' });
const apart: Readonly<Record<string, Readonly<Record<string, Fetch>>>> = {
  'common.mail': import.meta.glob<Texts>('../locales/*/common.json', {
    query: '?section=mail',
    import: 'default',
  }),
  'common.package': import.meta.glob<Texts>('../locales/*/common.json', {
    query: '?section=package',
    import: 'default',
  }),
  'legal.notes': import.meta.glob<Texts>('../locales/*/legal.json', {
    query: '?section=notes',
    import: 'default',
  }),
  'legal.privacy': import.meta.glob<Texts>('../locales/*/legal.json', {
    query: '?section=privacy',
    import: 'default',
  }),
};

/** The texts of a file, under its namespace. */
async function fetchTexts(locale: string, file: string): Promise<readonly [string, Texts]> {
  const [namespace = ''] = file.split('.', 1);
  const path = `../locales/${locale}/${namespace}.json`;
  const fetch = file === namespace ? whole[path] : apart[file]?.[path];
  if (!fetch) throw new Error(`No texts ${file} in ${locale}`);
  return [namespace, await fetch()];
}

/** Every link loads a document, so a page needs the texts that the server made it from, and never others. */
async function start() {
  const locale = document.documentElement.lang;
  const files = document.getElementById(TEXT_FILES)?.dataset.files?.split(' ') ?? [];
  const resources: Record<string, Record<string, unknown>> = {};
  for (const [namespace, texts] of await Promise.all(files.map((file) => fetchTexts(locale, file))))
    resources[namespace] = { ...resources[namespace], ...texts };
  const instance = i18next.createInstance();
  instance.init({ ...textOptions(locale), initAsync: false, resources: { [locale]: resources } });
  const used = { note() {}, files: () => files };
  startTransition(() => {
    hydrateRoot(
      document,
      <TextProvider instance={instance} used={used}>
        <RemixBrowser />
      </TextProvider>,
    );
  });
}

// A page without its script is whole; one whose script could not load its texts must stay so too.
start().catch((error: unknown) => console.warn('The page stays as the server sent it', error));
