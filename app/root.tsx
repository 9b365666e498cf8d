import './styles/app.css';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage, problemOf } from './components/layout/error-page.tsx';
import { TextFiles, useLocale, useText } from './i18n/react.tsx';
import { languages } from './i18n/server.ts';
import { directionOf } from './i18n/text.ts';
import { readOrganisation } from './services/organisation/read-organisation.ts';
import { useNonce } from './web/nonce.tsx';
import { serve } from './web/serve.server.ts';

/** What the frame of every page shows: the languages on offer and whose desk this is. */
export const loader = serve(async ({ ctx }) => {
  const organisation = await readOrganisation(ctx);
  const { demo, smtpUrl } = ctx.config;
  return { languages: languages(), organisation: organisation?.name ?? '', outbox: demo && !smtpUrl };
});

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const locale = useLocale();
  const t = useText('common');
  const error = useRouteError();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {error ? <title>{t(`problem.${problemOf(error)}.title`)}</title> : <Meta />}
        <Links />
      </head>
      <body>
        {children}
        <TextFiles />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Any error: the reader learns what to do, an attacker nothing. */
export function ErrorBoundary() {
  return <ErrorPage />;
}
