import { RemixBrowser } from '@remix-run/react';
import i18next from 'i18next';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { TextProvider } from './i18n/react.tsx';
import { type Namespace, textOptions } from './i18n/text.ts';

/** One small file per language and namespace, fetched only for the page's own. */
const texts = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });

/**
 * The officers' texts stay away from the portal, so links between the two load a document. The desk has the portal's
 * too: it shows what was asked in the words in which it was asked.
 */
function namespacesHere(): Namespace[] {
  const { pathname } = window.location;
  if (pathname.startsWith('/officer')) return ['common', 'legal', 'portal', 'officer'];
  if (pathname.startsWith('/rights')) return ['common', 'legal', 'portal', 'explorer'];
  return ['common', 'legal', 'portal'];
}

async function start() {
  const locale = document.documentElement.lang;
  const loaded = await Promise.all(
    namespacesHere().map(
      async (name) => [name, await texts[`../locales/${locale}/${name}.json`]?.()] as const,
    ),
  );
  const instance = i18next.createInstance();
  const resources = { [locale]: Object.fromEntries(loaded) as Record<string, Record<string, unknown>> };
  instance.init({ ...textOptions(locale), initAsync: false, resources });
  startTransition(() => {
    hydrateRoot(
      document,
      <TextProvider instance={instance}>
        <RemixBrowser />
      </TextProvider>,
    );
  });
}

// A page without its script is whole; one whose script could not load its texts must stay so too.
start().catch((error: unknown) => console.warn('The page stays as the server sent it', error));
