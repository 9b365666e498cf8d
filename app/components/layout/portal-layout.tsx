import type { ReactNode } from 'react';
import { useText } from '#app/i18n/react.tsx';
import type { Language } from '#app/i18n/text.ts';
import { Brand } from './brand.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Shell } from './shell.tsx';

interface PortalLayoutProps {
  /** The name of the organisation whose desk this is; absent on an error page. */
  readonly organisation?: string | undefined;
  readonly languages: readonly Language[];
  /** Whether there is a page with the mails of the demo. */
  readonly outbox?: boolean | undefined;
  readonly children: ReactNode;
}

/** The pages of the data subject. */
export function PortalLayout(props: PortalLayoutProps) {
  const t = useText('common');
  const header = (
    <header className="on-band border-accent border-b-4 bg-band text-on-band print:border-b-2">
      <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-1 px-4 py-3 sm:px-6">
        <a
          href="/"
          className="flex items-center gap-3 py-1 text-on-band no-underline hover:text-on-band hover:underline"
        >
          <Brand />
          <span>
            {props.organisation && (
              <span className="block font-bold font-display text-lg leading-tight">{props.organisation}</span>
            )}
            <span className="block text-on-band-soft text-sm leading-tight">{t('layout.service')}</span>
          </span>
        </a>
        <LanguageChoice languages={props.languages} className="-mx-1.5 text-sm" />
      </div>
    </header>
  );
  return (
    <Shell header={header} footer={<PortalFooter outbox={props.outbox} />}>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-8 sm:px-6 sm:py-12">
        {props.children}
      </main>
    </Shell>
  );
}

function PortalFooter(props: { outbox: boolean | undefined }) {
  const t = useText('common');
  const links = [
    { href: '/rights', text: t('layout.rights') },
    { href: '/track', text: t('layout.track') },
    { href: '/privacy', text: t('layout.privacy') },
    { href: '/officer', text: t('layout.officers') },
    ...(props.outbox ? [{ href: '/outbox', text: t('portal:outbox.title') }] : []),
  ];
  return (
    <footer className="no-print border-line border-t bg-sunken text-sm">
      <div className="mx-auto max-w-page px-4 py-6 sm:px-6">
        <nav aria-label={t('layout.footer')}>
          <ul className="flex flex-wrap gap-x-6">
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href} className="inline-flex min-h-11 items-center">
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className="mt-3 text-ink-soft">{t('layout.poweredBy')}</p>
      </div>
    </footer>
  );
}
